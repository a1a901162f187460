package dev.limbeck.oracle.type;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the text of a type, whatever names it uses, into its canonical form. */
public final class TypeText {
    private static final String DEFAULT_FRACTION = "6";
    private static final String DEFAULT_LEADING = "2";
    private static final String DEFAULT_FLOAT = "126";
    private static final String DEFAULT_UROWID = "4000";

    /** Types of the standard and of others that Oracle takes for its own. */
    private static final Map<String, ColumnType> SYNONYMS =
            Map.of(
                    "integer", integer(),
                    "int", integer(),
                    "smallint", integer(),
                    "real", ColumnType.of("float", "63"),
                    "bool", ColumnType.of("boolean"));

    private static final Set<String> DECIMALS = Set.of("number", "decimal", "dec", "numeric");

    private final TokenCursor cursor;

    public TypeText(TokenCursor cursor) {
        this.cursor = cursor;
    }

    private static ColumnType integer() {
        return ColumnType.of("number", OracleTypes.ANY_PRECISION, "0");
    }

    /** Takes a type with all that belongs to it. */
    public ColumnType read() {
        SqlToken first = cursor.peek();
        if (first.kind() == SqlToken.Kind.QUOTED_IDENTIFIER) {
            return named();
        }
        if (first.kind() != SqlToken.Kind.WORD) {
            throw cursor.unexpected();
        }
        String word = first.text().toLowerCase(Locale.ROOT);
        if (cursor.peek(1).isSymbol(".")) {
            return named();
        }
        if (SYNONYMS.containsKey(word)) {
            cursor.next();
            return SYNONYMS.get(word);
        }
        if (DECIMALS.contains(word)) {
            cursor.next();
            return number(word.equals("number"));
        }
        return switch (word) {
            case "varchar2", "varchar", "char", "character", "nchar", "nvarchar2", "national" ->
                    text();
            case "float", "double" -> floating();
            case "date", "timestamp", "interval" -> moment(word);
            case "long" -> longs();
            case "raw", "urowid", "vector" -> sized(word);
            default -> other(word);
        };
    }

    private ColumnType other(String word) {
        if (OracleTypes.isBuiltIn(word)) {
            cursor.next();
            return ColumnType.of(word);
        }
        return named();
    }

    /** Built-in object types lose their schema, which a public synonym gives back. */
    private ColumnType named() {
        String first = name();
        if (!cursor.accept(".")) {
            return ColumnType.of(QualifiedName.of(first));
        }
        String second = name();
        boolean builtIn = first.equals("SYS") || first.equals("MDSYS") || first.equals("PUBLIC");
        return ColumnType.of(QualifiedName.of(builtIn ? "" : first, second));
    }

    private String name() {
        SqlToken token = cursor.peek();
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED_IDENTIFIER) {
            throw cursor.unexpected();
        }
        return OracleIdentifiers.read(cursor.next().text());
    }

    /** Takes numbers, words and stars in parentheses, without what stands between them. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                StringBuilder argument = new StringBuilder();
                while (!cursor.at(",") && !cursor.at(")")) {
                    if (cursor.atEnd()) {
                        throw cursor.unexpected();
                    }
                    argument.append(cursor.next().text());
                }
                if (argument.isEmpty()) {
                    throw cursor.unexpected();
                }
                arguments.add(argument.toString());
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return arguments;
    }

    /** {@code numeric} alone holds whole numbers, {@code number} alone any. */
    private ColumnType number(boolean own) {
        List<String> said = arguments();
        if (said.size() > 2) {
            throw cursor.unexpected();
        }
        if (said.isEmpty()) {
            return own ? ColumnType.of("number") : integer();
        }
        String scale = said.size() > 1 ? said.get(1) : "0";
        boolean any = said.size() == 1 && said.get(0).equals(OracleTypes.ANY_PRECISION);
        return any ? ColumnType.of("number") : ColumnType.of("number", said.get(0), scale);
    }

    private ColumnType text() {
        boolean national = cursor.accept("NATIONAL");
        String word = cursor.word().toLowerCase(Locale.ROOT);
        national |= word.startsWith("n");
        boolean varying = word.contains("var") || cursor.accept("VARYING");
        String name = (national ? "n" : "") + (varying ? "varchar2" : "char");
        if (!cursor.accept("(")) {
            if (varying) {
                throw cursor.problem(
                        cursor.lastEnd(), name.toUpperCase(Locale.ROOT) + " needs a length");
            }
            return ColumnType.of(name, "1");
        }
        String length = cursor.next().text();
        Options modifiers = Options.none();
        if (!national && (cursor.at("CHAR") || cursor.at("BYTE"))) {
            modifiers = modifiers.with(OracleTypes.COUNTS, cursor.word().toLowerCase(Locale.ROOT));
        }
        cursor.expect(")");
        return ColumnType.of(name, length).withModifiers(modifiers);
    }

    private ColumnType floating() {
        if (cursor.accept("DOUBLE")) {
            cursor.expect("PRECISION");
            return ColumnType.of("float", DEFAULT_FLOAT);
        }
        cursor.next();
        List<String> said = arguments();
        return ColumnType.of("float", said.isEmpty() ? DEFAULT_FLOAT : said.get(0));
    }

    private ColumnType moment(String word) {
        cursor.next();
        if (word.equals("date")) {
            return ColumnType.of(word);
        }
        if (word.equals("interval")) {
            return interval();
        }
        List<String> said = arguments();
        TimeZone zone = TimeZone.NONE;
        if (cursor.accept("WITH", "TIME", "ZONE")) {
            zone = TimeZone.WITH;
        } else if (cursor.accept("WITH", "LOCAL", "TIME", "ZONE")) {
            zone = TimeZone.WITH_LOCAL;
        }
        boolean usual = said.isEmpty() || said.get(0).equals(DEFAULT_FRACTION);
        return ColumnType.of(word).withArguments(usual ? List.of() : said).withTimeZone(zone);
    }

    private ColumnType interval() {
        if (cursor.accept("YEAR")) {
            List<String> digits = arguments();
            cursor.expect("TO", "MONTH");
            boolean usual = digits.isEmpty() || digits.get(0).equals(DEFAULT_LEADING);
            return interval("YEAR TO MONTH", usual ? List.of() : digits);
        }
        cursor.expect("DAY");
        List<String> days = arguments();
        cursor.expect("TO", "SECOND");
        List<String> fraction = arguments();
        String leading = days.isEmpty() ? DEFAULT_LEADING : days.get(0);
        String seconds = fraction.isEmpty() ? DEFAULT_FRACTION : fraction.get(0);
        boolean usual = leading.equals(DEFAULT_LEADING) && seconds.equals(DEFAULT_FRACTION);
        return interval("DAY TO SECOND", usual ? List.of() : List.of(leading, seconds));
    }

    private static ColumnType interval(String fields, List<String> digits) {
        return ColumnType.of("interval")
                .withArguments(digits)
                .withModifiers(Options.none().with(OracleTypes.FIELDS, fields));
    }

    private ColumnType longs() {
        cursor.next();
        if (cursor.accept("VARCHAR")) {
            return ColumnType.of("long");
        }
        return ColumnType.of(cursor.accept("RAW") ? "long raw" : "long");
    }

    private ColumnType sized(String word) {
        cursor.next();
        List<String> said = arguments();
        if (word.equals("raw") && said.isEmpty()) {
            throw cursor.problem(cursor.lastEnd(), "RAW needs a length");
        }
        boolean usual = word.equals("urowid") && said.equals(List.of(DEFAULT_UROWID));
        return ColumnType.of(word)
                .withArguments(
                        usual
                                ? List.of()
                                : said.stream()
                                        .map(each -> each.toLowerCase(Locale.ROOT))
                                        .toList());
    }
}
