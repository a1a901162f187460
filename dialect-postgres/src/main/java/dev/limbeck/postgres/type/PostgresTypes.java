package dev.limbeck.postgres.type;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Types as PostgreSQL writes them, to and from their canonical form.
 *
 * <p>In canonical form a type has the name that {@code format_type} gives it, but for {@code
 * varchar} and {@code char}; {@code char} and {@code bit} of length 1 have no argument, a {@code
 * numeric} with a precision has a scale too. The type {@code "char"} and the {@code "bit"} of any
 * length keep their quotes, which tell them from the keywords. The schema {@code public} is the
 * default one.
 */
public final class PostgresTypes {
    /** The modifier of an interval that says which fields it keeps. */
    static final String FIELDS = "fields";

    private static final String DEFAULT_SCHEMA = "public";

    /** Types that make a sequence and a default on the side. */
    private static final Set<String> SERIALS = Set.of("smallserial", "serial", "bigserial");

    /** Keywords that can be columns but not types unless quoted, and that are no types' names. */
    private static final Set<String> NOT_TYPES =
            Set.of(
                    "between",
                    "coalesce",
                    "dec",
                    "exists",
                    "extract",
                    "float",
                    "greatest",
                    "grouping",
                    "inout",
                    "int",
                    "least",
                    "national",
                    "nchar",
                    "none",
                    "normalize",
                    "nullif",
                    "out",
                    "overlay",
                    "position",
                    "precision",
                    "row",
                    "setof",
                    "substring",
                    "treat",
                    "trim",
                    "values");

    private PostgresTypes() {}

    /**
     * A type read from tokens.
     *
     * @param type the type, canonical but for the number of its array dimensions
     * @param end the index of the first token after it
     */
    public record Parsed(ColumnType type, int end) {}

    /**
     * Reads the type that begins at a token; empty where none does. {@code SETOF} and {@code %TYPE}
     * are the caller's: of the one this is asked for what follows, the other gives empty.
     *
     * @param tokens neither white space nor comments among them
     */
    public static Optional<Parsed> read(List<SqlToken> tokens, int start) {
        return new PostgresTypeReader(tokens, start).read();
    }

    /**
     * Returns the type of a text that holds nothing else, for example one from {@code format_type}.
     *
     * @throws IllegalArgumentException where it is no type
     */
    public static ColumnType parse(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        return read(tokens, 0)
                .filter(parsed -> parsed.end() == tokens.size())
                .map(Parsed::type)
                .orElseThrow(() -> new IllegalArgumentException("not a type: " + text));
    }

    /**
     * Returns the type of the numbers that a serial type stands for; empty for any other type. A
     * sequence, a default and NOT NULL come with it.
     */
    static Optional<ColumnType> serial(ColumnType type) {
        String name = type.name().name();
        boolean serial = type.name().inDefaultSchema() && SERIALS.contains(name);
        return serial && type.arguments().isEmpty() && type.arrayDimensions() == 0
                ? Optional.of(ColumnType.of(name.equals("serial") ? "integer" : numbers(name)))
                : Optional.empty();
    }

    private static String numbers(String serial) {
        return serial.replace("serial", "int");
    }

    /** Returns the name a qualified name stands for: built-in types and the default schema's. */
    public static QualifiedName name(String schema, String name) {
        return schema.equals(DEFAULT_SCHEMA)
                ? QualifiedName.of(name)
                : QualifiedName.of(schema, name);
    }

    /** Returns a type as SQL, as a person would write it. */
    public static String render(ColumnType type) {
        return renderElement(type) + "[]".repeat(type.arrayDimensions());
    }

    /** Returns a type without its lengths as the server writes it. */
    public static String formatted(ColumnType type) {
        String name = type.name().inDefaultSchema() ? type.name().name() : "";
        String zone = type.timeZone() == TimeZone.WITH ? " with time zone" : " without time zone";
        String element =
                switch (name) {
                    case "varchar" -> "character varying";
                    case "char" -> "character";
                    case "timestamp", "time" -> name + zone;
                    default -> renderName(type.name());
                };
        return element + "[]".repeat(type.arrayDimensions());
    }

    private static String renderElement(ColumnType type) {
        String name = type.name().inDefaultSchema() ? type.name().name() : "";
        String arguments = arguments(type);
        return switch (name) {
            case "timestamp", "time" ->
                    name + (type.timeZone() == TimeZone.WITH ? "tz" : "") + arguments;
            case "interval" -> interval(type, arguments);
            default -> renderName(type.name()) + arguments;
        };
    }

    /** Returns an interval, whose precision stands after the seconds where it has fields. */
    private static String interval(ColumnType type, String arguments) {
        return type.modifiers()
                        .get(FIELDS)
                        .map(fields -> "interval " + fields.toLowerCase(Locale.ROOT))
                        .orElse("interval")
                + arguments;
    }

    private static String arguments(ColumnType type) {
        List<String> arguments = type.arguments();
        if (arguments.isEmpty()) {
            return "";
        }
        boolean whole =
                type.name().equals(QualifiedName.of("numeric"))
                        && arguments.size() == 2
                        && arguments.get(1).equals("0");
        return "(" + (whole ? arguments.get(0) : String.join(",", arguments)) + ")";
    }

    private static String renderName(QualifiedName name) {
        String bare = name.name();
        boolean keyword = bare.startsWith("\"") || bare.contains(" ");
        if (name.inDefaultSchema() && keyword && PostgresTypeReader.isBuiltIn(bare)) {
            return bare;
        }
        return name.inDefaultSchema() && NOT_TYPES.contains(bare)
                ? PostgresIdentifiers.INSTANCE.quote(bare)
                : PostgresIdentifiers.write(name);
    }

    /** Returns the canonical form of a built-in type with its arguments. */
    static ColumnType canonical(ColumnType type) {
        List<String> arguments = type.arguments();
        return switch (type.name().name()) {
            case "bpchar" -> arguments.isEmpty() ? type : canonical(type.withName(CHAR));
            case "char", "bit" -> arguments.equals(List.of("1")) ? without(type) : type;
            case "numeric" ->
                    arguments.size() == 1
                            ? type.withArguments(List.of(arguments.get(0), "0"))
                            : type;
            default -> type;
        };
    }

    private static final QualifiedName CHAR = QualifiedName.of("char");

    private static ColumnType without(ColumnType type) {
        return type.withArguments(List.of());
    }

    /** Returns an interval of certain fields, upper case; empty: all of them. */
    static ColumnType interval(String fields, List<String> precision) {
        ColumnType type = ColumnType.of("interval").withArguments(precision);
        return fields.isEmpty() ? type : type.withModifiers(Options.none().with(FIELDS, fields));
    }

    /** Returns whether a token can be a part of a name. */
    public static boolean isName(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
    }
}
