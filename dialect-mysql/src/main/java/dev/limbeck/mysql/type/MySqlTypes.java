package dev.limbeck.mysql.type;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Options;
import java.util.Map;
import java.util.Set;

/**
 * Types as text and as values.
 *
 * <p>A canonical type has a short lower-case name and says nothing that the server presumes; only
 * {@code decimal}, {@code bit}, {@code char} and {@code binary} always have their arguments, as the
 * servers write them. Integers have no display width, but for {@code tinyint(1)}, which is what
 * {@code boolean} stands for, and where zeros fill it up. The values of {@code enum} and {@code
 * set} are quoted strings.
 */
public final class MySqlTypes {
    /** The modifier of a number that zeros fill up to its width. */
    public static final String ZEROFILL = "zerofill";

    /** What {@code boolean} stands for. */
    public static final ColumnType BOOLEAN = ColumnType.of("tinyint", "1");

    /** The whole numbers, with the widths that they are shown in when zeros fill them up. */
    static final Map<String, String> INTEGERS =
            Map.of(
                    "tinyint", "3",
                    "smallint", "5",
                    "mediumint", "8",
                    "int", "10",
                    "bigint", "20");

    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private static final Set<String> BLOBS =
            Set.of(
                    "tinyblob",
                    "blob",
                    "mediumblob",
                    "longblob",
                    "tinytext",
                    "text",
                    "mediumtext",
                    "longtext");

    private static final Set<String> SPATIAL =
            Set.of(
                    "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection");

    private static final Set<String> NUMBERS = Set.of("decimal", "float", "double", "bit", "year");

    private MySqlTypes() {}

    /**
     * Returns the type of a text that holds nothing else; what it says of characters is among its
     * modifiers.
     *
     * @throws dev.limbeck.ddl.DdlSyntaxException where it is no type
     */
    public static ColumnType parse(String text) {
        TokenCursor cursor = new TokenCursor(text, MySqlLexicon.LEXICON);
        ColumnType type = new TypeText(cursor, TypeText.WIDEST).read();
        cursor.requireEnd();
        return type;
    }

    /** Returns a type as a person writes it, with the characters its modifiers name. */
    public static String render(ColumnType type) {
        StringBuilder text = new StringBuilder();
        text.append(
                type.name().inDefaultSchema()
                        ? type.name().name()
                        : MySqlIdentifiers.write(type.name()));
        if (!type.arguments().isEmpty()) {
            String between = isList(type) ? ", " : ",";
            text.append('(').append(String.join(between, type.arguments())).append(')');
        }
        if (type.unsigned()) {
            text.append(" unsigned");
        }
        if (type.modifiers().has(ZEROFILL)) {
            text.append(" zerofill");
        }
        type.modifiers()
                .get(Options.CHARSET)
                .ifPresent(charset -> text.append(" CHARACTER SET ").append(charset));
        type.modifiers()
                .get(Options.COLLATION)
                .ifPresent(collation -> text.append(" COLLATE ").append(collation));
        return text.toString();
    }

    private static String name(ColumnType type) {
        return type.name().inDefaultSchema() ? type.name().name() : "";
    }

    private static boolean isList(ColumnType type) {
        return name(type).equals("enum") || name(type).equals("set");
    }

    /** Returns whether values of a type are made of characters, in some character set. */
    public static boolean hasCharacters(ColumnType type) {
        return TEXTS.contains(name(type));
    }

    /** Returns whether an index over a type has to say how much of it it holds. */
    public static boolean needsPrefix(ColumnType type) {
        return BLOBS.contains(name(type));
    }

    /** Returns whether a type is one of shapes in space. */
    public static boolean isSpatial(ColumnType type) {
        return SPATIAL.contains(name(type));
    }

    /** Returns whether values of a type are numbers. */
    public static boolean isNumber(ColumnType type) {
        return INTEGERS.containsKey(name(type)) || NUMBERS.contains(name(type));
    }

    /** Returns whether values of a type are whole numbers. */
    public static boolean isInteger(ColumnType type) {
        return INTEGERS.containsKey(name(type));
    }

    /** Returns whether values of a type are made of bytes. */
    public static boolean isBinary(ColumnType type) {
        return name(type).endsWith("binary") || name(type).endsWith("blob");
    }

    /**
     * Returns whether a type takes only expressions, no constants, for a default where a server
     * makes a difference.
     */
    public static boolean hasNoConstantDefault(ColumnType type) {
        return needsPrefix(type) || isSpatial(type) || name(type).equals("json");
    }

    /** Returns whether a type is a moment: {@code datetime} or {@code timestamp}. */
    public static boolean isMoment(ColumnType type) {
        return Set.of("datetime", "timestamp").contains(name(type));
    }
}
