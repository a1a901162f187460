package dev.limbeck.h2.type;

import static java.util.Map.entry;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.Options;
import dev.limbeck.sql.SqlToken;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one type from tokens, as H2's grammar has them in its regular mode. */
public final class H2TypeReader {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    entry("INT", "integer"),
                    entry("INTEGER", "integer"),
                    entry("INT4", "integer"),
                    entry("SIGNED", "integer"),
                    entry("MEDIUMINT", "integer"),
                    entry("TINYINT", "tinyint"),
                    entry("SMALLINT", "smallint"),
                    entry("INT2", "smallint"),
                    entry("BIGINT", "bigint"),
                    entry("INT8", "bigint"),
                    entry("LONG", "bigint"),
                    entry("BOOLEAN", "boolean"),
                    entry("BOOL", "boolean"),
                    entry("BIT", "boolean"),
                    entry("REAL", "real"),
                    entry("FLOAT4", "real"),
                    entry("FLOAT8", "double precision"),
                    entry("DATE", "date"),
                    entry("UUID", "uuid"));

    /** The types that have a length or a precision in parentheses. */
    private static final Map<String, String> SIZED =
            Map.ofEntries(
                    entry("NUMERIC", "numeric"),
                    entry("DECIMAL", "numeric"),
                    entry("DEC", "numeric"),
                    entry("DECFLOAT", "decfloat"),
                    entry("VARCHAR", "varchar"),
                    entry("VARCHAR2", "varchar"),
                    entry("NVARCHAR", "varchar"),
                    entry("NVARCHAR2", "varchar"),
                    entry("VARCHAR_CASESENSITIVE", "varchar"),
                    entry("LONGVARCHAR", "varchar"),
                    entry("TEXT", "varchar"),
                    entry("TINYTEXT", "varchar"),
                    entry("MEDIUMTEXT", "varchar"),
                    entry("LONGTEXT", "varchar"),
                    entry("NTEXT", "varchar"),
                    entry("VARCHAR_IGNORECASE", "varchar_ignorecase"),
                    entry("CLOB", "clob"),
                    entry("NCLOB", "clob"),
                    entry("VARBINARY", "varbinary"),
                    entry("RAW", "varbinary"),
                    entry("BYTEA", "varbinary"),
                    entry("LONGVARBINARY", "varbinary"),
                    entry("BLOB", "blob"),
                    entry("TINYBLOB", "blob"),
                    entry("MEDIUMBLOB", "blob"),
                    entry("LONGBLOB", "blob"),
                    entry("IMAGE", "blob"),
                    entry("JSON", "json"),
                    entry("JAVA_OBJECT", "java_object"),
                    entry("OBJECT", "java_object"),
                    entry("OTHER", "java_object"));

    private static final Set<String> FIELDS =
            Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");
    private static final String MULTIPLIERS = "KMGTP";

    /** The greatest binary precision of a {@code real}. */
    private static final int REAL_BITS = 24;

    private final TokenCursor cursor;

    public H2TypeReader(TokenCursor cursor) {
        this.cursor = cursor;
    }

    static boolean isBuiltIn(String canonical) {
        return NAMES.containsValue(canonical)
                || SIZED.containsValue(canonical)
                || Set.of(
                                "char",
                                "binary",
                                "time",
                                "timestamp",
                                "interval",
                                "enum",
                                "geometry",
                                "row")
                        .contains(canonical);
    }

    /** Takes a type; a word that is no type of H2 names a domain. */
    public ColumnType read() {
        ColumnType type = element();
        while (cursor.accept("ARRAY")) {
            String most = "";
            if (cursor.accept("[")) {
                most = number();
                cursor.expect("]");
            }
            type = H2Types.arrayOf(type, most);
        }
        return type;
    }

    private ColumnType element() {
        SqlToken first = cursor.peek();
        boolean qualified = cursor.peek(1).isSymbol(".");
        if (first.kind() != SqlToken.Kind.WORD || qualified) {
            return ColumnType.of(H2Names.takeQualified(cursor));
        }
        String word = first.text().toUpperCase(Locale.ROOT);
        String name = NAMES.get(word);
        if (name != null) {
            cursor.next();
            return ColumnType.of(name);
        }
        String sized = SIZED.get(word);
        if (sized != null) {
            cursor.next();
            return sized(sized);
        }
        return keyword(word);
    }

    private ColumnType keyword(String word) {
        int start = cursor.mark();
        if (!word.equals("ROW") && !word.equals("INTERVAL") && !H2Names.isName(cursor.peek())) {
            throw cursor.unexpected();
        }
        cursor.next();
        switch (word) {
            case "DOUBLE":
                cursor.accept("PRECISION");
                return ColumnType.of("double precision");
            case "FLOAT":
                return floating(arguments());
            case "NUMBER":
                return number(arguments());
            case "CHAR", "CHARACTER", "NCHAR":
                return character();
            case "NATIONAL":
                if (!cursor.accept("CHARACTER")) {
                    cursor.expect("CHAR");
                }
                return character();
            case "BINARY":
                return binary();
            case "TIME", "TIMESTAMP":
                return time(word.toLowerCase(Locale.ROOT));
            case "INTERVAL":
                return interval();
            case "ENUM":
                return ColumnType.of("enum").withArguments(values());
            case "GEOMETRY":
                return ColumnType.of("geometry").withArguments(geometry());
            case "ROW":
                return ColumnType.of("row").withArguments(fields());
            default:
                cursor.go(start);
                return ColumnType.of(H2Names.takeQualified(cursor));
        }
    }

    private ColumnType sized(String name) {
        return H2Types.canonical(ColumnType.of(name).withArguments(arguments()));
    }

    private static ColumnType floating(List<String> bits) {
        boolean single = !bits.isEmpty() && Integer.parseInt(bits.get(0)) <= REAL_BITS;
        return ColumnType.of(single ? "real" : "double precision");
    }

    private static ColumnType number(List<String> arguments) {
        return arguments.isEmpty()
                ? ColumnType.of("decfloat", "40")
                : H2Types.canonical(ColumnType.of("numeric").withArguments(arguments));
    }

    private ColumnType character() {
        if (cursor.accept("LARGE", "OBJECT")) {
            return sized("clob");
        }
        return sized(cursor.accept("VARYING") ? "varchar" : "char");
    }

    private ColumnType binary() {
        if (cursor.accept("LARGE", "OBJECT")) {
            return sized("blob");
        }
        return sized(cursor.accept("VARYING") ? "varbinary" : "binary");
    }

    private ColumnType time(String name) {
        ColumnType type = sized(name);
        if (cursor.accept("WITH", "TIME", "ZONE")) {
            return type.withTimeZone(TimeZone.WITH);
        }
        cursor.accept("WITHOUT", "TIME", "ZONE");
        return type;
    }

    private ColumnType interval() {
        StringBuilder fields = new StringBuilder(field());
        List<String> digits = new ArrayList<>(arguments());
        if (cursor.accept("TO")) {
            fields.append(" TO ").append(field());
            List<String> fraction = arguments();
            if (!fraction.isEmpty() && digits.isEmpty()) {
                digits.add("2");
            }
            digits.addAll(fraction);
        }
        return H2Types.canonical(
                ColumnType.of("interval")
                        .withArguments(digits)
                        .withModifiers(Options.none().with(H2Types.FIELDS, fields.toString())));
    }

    private String field() {
        if (!cursor.atAny(FIELDS)) {
            throw cursor.unexpected();
        }
        return cursor.word();
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        cursor.expect("(");
        do {
            if (cursor.peek().kind() != SqlToken.Kind.STRING) {
                throw cursor.unexpected();
            }
            values.add(H2Text.quoted(H2Text.string(cursor.next().text())));
        } while (cursor.accept(","));
        cursor.expect(")");
        return values;
    }

    private List<String> geometry() {
        List<String> arguments = new ArrayList<>();
        if (cursor.accept("(")) {
            StringBuilder kind = new StringBuilder(cursor.word());
            while (cursor.peek().kind() == SqlToken.Kind.WORD) {
                kind.append(' ').append(cursor.word());
            }
            arguments.add(kind.toString());
            if (cursor.accept(",")) {
                arguments.add(number());
            }
            cursor.expect(")");
        }
        return arguments.equals(List.of("GEOMETRY")) ? List.of() : arguments;
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        cursor.expect("(");
        do {
            String name = H2Names.take(cursor);
            fields.add(H2Names.write(name) + " " + H2Types.render(read()));
        } while (cursor.accept(","));
        cursor.expect(")");
        return fields;
    }

    /** Takes the numbers in parentheses, if there are any. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                arguments.add(length());
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return arguments;
    }

    private String length() {
        BigInteger length = new BigInteger(number());
        String word = cursor.peek().text().toUpperCase(Locale.ROOT);
        int multiplier = word.length() == 1 ? MULTIPLIERS.indexOf(word) : -1;
        if (multiplier >= 0) {
            cursor.next();
            length = length.shiftLeft(10 * (multiplier + 1));
        }
        if (!cursor.accept("CHARACTERS")) {
            cursor.accept("OCTETS");
        }
        return length.toString();
    }

    private String number() {
        if (!cursor.peek().text().matches("[0-9]+[KMGTPkmgtp]?")) {
            throw cursor.unexpected();
        }
        String text = cursor.next().text();
        char last = Character.toUpperCase(text.charAt(text.length() - 1));
        int multiplier = MULTIPLIERS.indexOf(last);
        return multiplier < 0
                ? text
                : new BigInteger(text.substring(0, text.length() - 1))
                        .shiftLeft(10 * (multiplier + 1))
                        .toString();
    }
}
