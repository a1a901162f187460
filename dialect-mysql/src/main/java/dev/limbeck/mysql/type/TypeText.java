package dev.limbeck.mysql.type;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Options;
import dev.limbeck.sql.SqlToken;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the text of a type, whatever names it uses, into its canonical form. */
public final class TypeText {
    /** The bytes a character takes at most in the widest character set. */
    public static final int WIDEST = 4;

    /** The modifier of a type whose collation is the binary one of its character set. */
    public static final String BINARY = "binary";

    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("int1", "tinyint"),
                    Map.entry("int2", "smallint"),
                    Map.entry("int3", "mediumint"),
                    Map.entry("int4", "int"),
                    Map.entry("int8", "bigint"),
                    Map.entry("middleint", "mediumint"),
                    Map.entry("integer", "int"),
                    Map.entry("dec", "decimal"),
                    Map.entry("numeric", "decimal"),
                    Map.entry("fixed", "decimal"),
                    Map.entry("number", "decimal"),
                    Map.entry("float4", "float"),
                    Map.entry("float8", "double"),
                    Map.entry("real", "double"),
                    Map.entry("character", "char"),
                    Map.entry("varcharacter", "varchar"),
                    Map.entry("geomcollection", "geometrycollection"));

    private static final Set<String> SINGLE = Set.of("char", "binary", "bit");

    /** The greatest lengths of the kinds of text and blob, the least first. */
    private static final Map<String, BigInteger> SIZES =
            Map.of(
                    "tiny", BigInteger.valueOf(255),
                    "", BigInteger.valueOf(65_535),
                    "medium", BigInteger.valueOf(16_777_215));

    private static final int SINGLE_PRECISION = 24;

    private final TokenCursor cursor;
    private final int bytesPerCharacter;

    /**
     * Begins before a type.
     *
     * @param bytesPerCharacter what a character takes at most where the type doesn't say of which
     *     set it is; it decides what {@code text(100)} is
     */
    public TypeText(TokenCursor cursor, int bytesPerCharacter) {
        this.cursor = cursor;
        this.bytesPerCharacter = bytesPerCharacter;
    }

    /** Takes a type with all that belongs to it. */
    public ColumnType read() {
        if (cursor.peek().kind() != SqlToken.Kind.WORD) {
            throw cursor.unexpected();
        }
        if (cursor.accept("BOOLEAN") || cursor.accept("BOOL")) {
            return MySqlTypes.BOOLEAN;
        }
        Options characters = Options.none();
        if (cursor.at("NATIONAL") || cursor.at("NCHAR") || cursor.at("NVARCHAR")) {
            characters = characters.with(Options.CHARSET, "utf8mb3");
        }
        String name = name();
        List<String> arguments = arguments(name);
        ColumnType type = ColumnType.of(name, arguments.toArray(new String[0]));
        if (MySqlTypes.isNumber(type)) {
            return number(type);
        }
        if (MySqlTypes.hasCharacters(type)) {
            characters = characters(characters);
        }
        return text(type, characters);
    }

    private String name() {
        if (cursor.accept("DOUBLE")) {
            cursor.accept("PRECISION");
            return "double";
        }
        if (cursor.accept("LONG")) {
            boolean binary = cursor.accept("VARBINARY");
            if (!binary && (cursor.accept("CHAR") || cursor.accept("CHARACTER"))) {
                cursor.expect("VARYING");
            } else if (!binary && !cursor.accept("VARCHARACTER")) {
                cursor.accept("VARCHAR");
            }
            return binary ? "mediumblob" : "mediumtext";
        }
        boolean national = cursor.accept("NATIONAL");
        if (cursor.accept("NVARCHAR")
                || cursor.accept("NCHAR", "VARCHAR")
                || cursor.accept("NCHAR", "VARCHARACTER")
                || cursor.accept("NCHAR", "VARYING")) {
            return "varchar";
        }
        if (cursor.accept("NCHAR")) {
            return "char";
        }
        String word = cursor.word().toLowerCase(Locale.ROOT);
        String name = OTHER_NAMES.getOrDefault(word, word);
        if (name.equals("char") && cursor.accept("VARYING")) {
            return "varchar";
        }
        if (national && !name.equals("char") && !name.equals("varchar")) {
            throw cursor.unexpected();
        }
        if (name.equals("char") && cursor.accept("BYTE")) {
            return "binary";
        }
        return name;
    }

    private List<String> arguments(String name) {
        List<String> arguments = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                SqlToken token = cursor.next();
                arguments.add(
                        token.kind() == SqlToken.Kind.STRING ? value(token.text()) : token.text());
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        if (arguments.isEmpty() && SINGLE.contains(name)) {
            return List.of("1");
        }
        return arguments;
    }

    /** Values of lists lose the blanks at their ends. */
    private static String value(String literal) {
        return MySqlLiterals.string(MySqlStrings.value(literal).stripTrailing());
    }

    private ColumnType number(ColumnType type) {
        boolean unsigned = false;
        boolean filled = false;
        boolean more = true;
        while (more) {
            boolean isUnsigned = cursor.accept("UNSIGNED");
            boolean isFilled = cursor.accept("ZEROFILL");
            unsigned |= isUnsigned || isFilled;
            filled |= isFilled;
            more = isUnsigned || isFilled || cursor.accept("SIGNED");
        }
        Options modifiers = filled ? Options.none().with(MySqlTypes.ZEROFILL, "") : Options.none();
        return sized(type, unsigned, filled).withUnsigned(unsigned).withModifiers(modifiers);
    }

    private static ColumnType sized(ColumnType type, boolean unsigned, boolean filled) {
        String name = type.name().name();
        List<String> arguments = type.arguments();
        if (MySqlTypes.INTEGERS.containsKey(name)) {
            boolean isBoolean =
                    name.equals("tinyint") && arguments.equals(List.of("1")) && !unsigned;
            if (filled && arguments.isEmpty()) {
                return ColumnType.of(name, MySqlTypes.INTEGERS.get(name));
            }
            return filled || isBoolean ? type : type.withArguments(List.of());
        }
        return switch (name) {
            case "decimal" -> ColumnType.of(name, decimal(arguments));
            case "float" -> floating(arguments);
            case "year" -> ColumnType.of(name);
            default -> type;
        };
    }

    private static String[] decimal(List<String> arguments) {
        String precision =
                arguments.isEmpty() || arguments.get(0).equals("0") ? "10" : arguments.get(0);
        return new String[] {precision, arguments.size() < 2 ? "0" : arguments.get(1)};
    }

    /** One argument is a precision that only tells single from double. */
    private static ColumnType floating(List<String> arguments) {
        if (arguments.size() == 1) {
            boolean single = Integer.parseInt(arguments.get(0)) <= SINGLE_PRECISION;
            return ColumnType.of(single ? "float" : "double");
        }
        return ColumnType.of("float", arguments.toArray(new String[0]));
    }

    /** Takes what is said of a type's characters. */
    private Options characters(Options start) {
        Options said = start;
        while (true) {
            if (cursor.accept("CHARACTER", "SET")
                    || cursor.accept("CHAR", "SET")
                    || cursor.accept("CHARSET")) {
                said = said.with(Options.CHARSET, charset());
            } else if (cursor.accept("COLLATE")) {
                said = said.with(Options.COLLATION, charset());
            } else if (cursor.accept("ASCII")) {
                said = said.with(Options.CHARSET, "latin1");
            } else if (cursor.accept("UNICODE")) {
                said = said.with(Options.CHARSET, "ucs2");
            } else if (cursor.accept("BINARY")) {
                said = said.with(BINARY, "");
            } else if (cursor.accept("BYTE")) {
                said = said.with(Options.CHARSET, BINARY);
            } else {
                return said;
            }
        }
    }

    private String charset() {
        cursor.accept("=");
        return Collations.name(MySqlStrings.word(cursor.next().text()));
    }

    private ColumnType text(ColumnType type, Options characters) {
        ColumnType sized = sizedByLength(type, characters);
        String name = sized.name().name();
        boolean fraction = Set.of("time", "datetime", "timestamp").contains(name);
        if (fraction && sized.arguments().equals(List.of("0"))) {
            sized = ColumnType.of(name);
        }
        boolean bytes = characters.get(Options.CHARSET).filter("binary"::equals).isPresent();
        return bytes ? asBytes(sized) : sized.withModifiers(characters);
    }

    /** Characters of the set {@code binary} are bytes. */
    private static ColumnType asBytes(ColumnType type) {
        String name = type.name().name();
        String other =
                name.endsWith("char")
                        ? name.replace("char", "binary")
                        : name.replace("text", "blob");
        return ColumnType.of(other, type.arguments().toArray(new String[0]));
    }

    /** {@code text(100)} is the least type that holds so many characters. */
    private ColumnType sizedByLength(ColumnType type, Options characters) {
        String name = type.name().name();
        boolean isText = name.equals("text");
        if ((!isText && !name.equals("blob")) || type.arguments().isEmpty()) {
            return type;
        }
        int width =
                isText
                        ? characters
                                .get(Options.CHARSET)
                                .map(Collations::bytesPerCharacter)
                                .orElse(bytesPerCharacter)
                        : 1;
        BigInteger bytes =
                new BigInteger(type.arguments().get(0)).multiply(BigInteger.valueOf(width));
        for (String size : List.of("tiny", "", "medium")) {
            if (bytes.compareTo(SIZES.get(size)) <= 0) {
                return ColumnType.of(size + name);
            }
        }
        return ColumnType.of("long" + name);
    }
}
