package dev.limbeck.postgres.type;

import static java.util.Map.entry;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.type.PostgresTypes.Parsed;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one type from tokens, as the grammar of PostgreSQL has them ({@code Typename}). */
public final class PostgresTypeReader {
    /** What the catalog's names of built-in types stand for; the other names are canonical. */
    private static final Map<String, String> CATALOG =
            Map.ofEntries(
                    entry("int2", "smallint"),
                    entry("int4", "integer"),
                    entry("int8", "bigint"),
                    entry("float4", "real"),
                    entry("float8", "double precision"),
                    entry("bool", "boolean"),
                    entry("varbit", "bit varying"),
                    entry("char", "\"char\""),
                    entry("bit", "\"bit\""),
                    entry("serial2", "smallserial"),
                    entry("serial4", "serial"),
                    entry("serial8", "bigserial"));

    /** What the grammar's own words stand for. */
    private static final Map<String, String> KEYWORDS =
            Map.ofEntries(
                    entry("int", "integer"),
                    entry("integer", "integer"),
                    entry("smallint", "smallint"),
                    entry("bigint", "bigint"),
                    entry("real", "real"),
                    entry("decimal", "numeric"),
                    entry("dec", "numeric"),
                    entry("numeric", "numeric"),
                    entry("boolean", "boolean"),
                    entry("varchar", "varchar"));

    private static final Set<String> INTERVAL_FIELDS =
            Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

    /** The greatest binary precision of a {@code real}. */
    private static final int REAL_BITS = 24;

    private final List<SqlToken> tokens;
    private int at;

    PostgresTypeReader(List<SqlToken> tokens, int start) {
        this.tokens = tokens;
        this.at = start;
    }

    /** Returns whether a canonical name that needs more than a word is a built-in type's. */
    public static boolean isBuiltIn(String canonical) {
        return CATALOG.containsValue(canonical);
    }

    Optional<Parsed> read() {
        if (at >= tokens.size() || !PostgresTypes.isName(tokens.get(at))) {
            return Optional.empty();
        }
        return element().map(type -> new Parsed(type.withArrayDimensions(dimensions()), at));
    }

    private Optional<ColumnType> element() {
        SqlToken first = tokens.get(at);
        boolean qualified = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".");
        if (first.kind() == Kind.WORD && !qualified) {
            Optional<ColumnType> known = keyword(first.text().toLowerCase(Locale.ROOT));
            if (known.isPresent()) {
                return known;
            }
        }
        return named();
    }

    private Optional<ColumnType> keyword(String word) {
        int start = at++;
        Optional<ColumnType> type =
                switch (word) {
                    case "double" ->
                            accept("precision")
                                    ? Optional.of(ColumnType.of("double precision"))
                                    : Optional.empty();
                    case "float" -> Optional.of(floating(arguments()));
                    case "char", "character", "nchar" -> Optional.of(character());
                    case "national" -> national();
                    case "bit" -> Optional.of(sized(accept("varying") ? "bit varying" : "bit"));
                    case "time", "timestamp" -> Optional.of(time(word));
                    case "timetz", "timestamptz" ->
                            Optional.of(
                                    sized(word.substring(0, word.length() - 2))
                                            .withTimeZone(TimeZone.WITH));
                    case "interval" -> Optional.of(interval());
                    default -> Optional.ofNullable(KEYWORDS.get(word)).map(this::sized);
                };
        if (type.isEmpty()) {
            at = start;
        }
        return type;
    }

    private ColumnType sized(String name) {
        return PostgresTypes.canonical(ColumnType.of(name).withArguments(arguments()));
    }

    private static ColumnType floating(List<String> bits) {
        boolean single = !bits.isEmpty() && Integer.parseInt(bits.get(0)) <= REAL_BITS;
        return ColumnType.of(single ? "real" : "double precision");
    }

    private ColumnType character() {
        return sized(accept("varying") ? "varchar" : "char");
    }

    private Optional<ColumnType> national() {
        return accept("character") || accept("char") ? Optional.of(character()) : Optional.empty();
    }

    private ColumnType time(String name) {
        ColumnType type = sized(name);
        boolean zone = follows("with", "time", "zone");
        if (zone || follows("without", "time", "zone")) {
            at += 3;
        }
        return type.withTimeZone(zone ? TimeZone.WITH : TimeZone.NONE);
    }

    private ColumnType interval() {
        List<String> precision = arguments();
        StringBuilder fields = new StringBuilder(field());
        if (!fields.isEmpty() && accept("to")) {
            fields.append(" TO ").append(field());
        }
        return PostgresTypes.interval(
                fields.toString(), precision.isEmpty() ? arguments() : precision);
    }

    private String field() {
        String word = at < tokens.size() ? tokens.get(at).text().toUpperCase(Locale.ROOT) : "";
        if (!INTERVAL_FIELDS.contains(word)) {
            return "";
        }
        at++;
        return word;
    }

    /** Reads a name, qualified or not; {@code db.schema.type} is the schema's. */
    private Optional<ColumnType> named() {
        List<String> parts = new ArrayList<>();
        do {
            if (at >= tokens.size() || !PostgresTypes.isName(tokens.get(at))) {
                return Optional.empty();
            }
            parts.add(PostgresIdentifiers.read(tokens.get(at++).text()));
        } while (acceptSymbol("."));
        if (at < tokens.size() && tokens.get(at).text().startsWith("%")) {
            return Optional.empty();
        }
        String name = parts.get(parts.size() - 1);
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        List<String> arguments = arguments();
        return Optional.of(
                schema.isEmpty() || schema.equals("pg_catalog")
                        ? builtIn(name, arguments)
                        : ColumnType.of(PostgresTypes.name(schema, name)).withArguments(arguments));
    }

    private static ColumnType builtIn(String name, List<String> arguments) {
        if (name.equals("timestamptz") || name.equals("timetz")) {
            return ColumnType.of(name.substring(0, name.length() - 2))
                    .withArguments(arguments)
                    .withTimeZone(TimeZone.WITH);
        }
        boolean sizedBit = name.equals("bit") && !arguments.isEmpty();
        String canonical = sizedBit ? name : CATALOG.getOrDefault(name, name);
        return PostgresTypes.canonical(
                ColumnType.of(QualifiedName.of(canonical)).withArguments(arguments));
    }

    /** Reads what stands in parentheses, one text an argument. */
    private List<String> arguments() {
        if (!acceptSymbol("(")) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 1;
        while (depth > 0 && at < tokens.size()) {
            SqlToken token = tokens.get(at++);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(token.text());
            }
        }
        return arguments;
    }

    private int dimensions() {
        if (accept("array")) {
            if (acceptSymbol("[")) {
                closeBracket();
            }
            return 1;
        }
        int dimensions = 0;
        while (acceptSymbol("[")) {
            closeBracket();
            dimensions++;
        }
        return dimensions;
    }

    private void closeBracket() {
        if (at < tokens.size() && tokens.get(at).kind() == Kind.NUMBER) {
            at++;
        }
        acceptSymbol("]");
    }

    private boolean accept(String word) {
        if (follows(word)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean acceptSymbol(String symbol) {
        if (at < tokens.size() && tokens.get(at).isSymbol(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean follows(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
