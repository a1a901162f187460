package dev.limbeck.oracle.type;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types of Oracle in canonical form.
 *
 * <p>Names of built-in types are in lower case. {@code number} has no arguments, or a precision and
 * a scale, where {@code *} stands for the greatest precision; {@code integer} and its kin are
 * {@code number(*,0)}. A text type has its length and the modifier {@link #COUNTS}; {@code
 * timestamp} its digits where they are not 6; the two intervals the modifier {@code fields} and the
 * digits that are not the usual ones.
 */
public final class OracleTypes {
    /** What a length counts: {@code char} or {@code byte}; absent where the session decides. */
    public static final String COUNTS = "counts";

    /** The fields of an interval: {@code YEAR TO MONTH}, {@code DAY TO SECOND}. */
    public static final String FIELDS = "fields";

    /** The greatest precision of a number. */
    public static final String ANY_PRECISION = "*";

    private static final Set<String> TEXTS = Set.of("varchar2", "char");
    private static final Set<String> NATIONAL_TEXTS = Set.of("nvarchar2", "nchar");
    private static final Set<String> NUMBERS =
            Set.of("number", "float", "binary_float", "binary_double");
    private static final Set<String> LOBS = Set.of("clob", "nclob", "blob", "bfile");
    private static final Set<String> OTHERS =
            Set.of(
                    "date",
                    "timestamp",
                    "interval",
                    "raw",
                    "long",
                    "long raw",
                    "rowid",
                    "urowid",
                    "json",
                    "boolean",
                    "vector");

    private OracleTypes() {}

    /** Returns whether a name is one of the server's own scalar types. */
    static boolean isBuiltIn(String name) {
        return TEXTS.contains(name)
                || NATIONAL_TEXTS.contains(name)
                || NUMBERS.contains(name)
                || LOBS.contains(name)
                || OTHERS.contains(name);
    }

    /**
     * Returns the type of a text that holds nothing else.
     *
     * @throws dev.limbeck.ddl.DdlSyntaxException where it is no type
     */
    public static ColumnType parse(String text) {
        TokenCursor cursor = new TokenCursor(text, OracleLexicon.LEXICON);
        ColumnType type = new TypeText(cursor).read();
        cursor.requireEnd();
        return type;
    }

    /** Returns a type as a person writes it. */
    public static String render(ColumnType type) {
        QualifiedName name = type.name();
        if (!name.inDefaultSchema() || !isBuiltIn(name.name())) {
            return OracleIdentifiers.write(name);
        }
        if (name.name().equals("interval")) {
            return interval(type);
        }
        String counts =
                type.modifiers()
                        .get(COUNTS)
                        .map(unit -> " " + unit.toUpperCase(Locale.ROOT))
                        .orElse("");
        String arguments =
                type.arguments().isEmpty()
                        ? ""
                        : "(" + String.join(", ", type.arguments()) + counts + ")";
        return name.name() + arguments + zone(type.timeZone());
    }

    private static String zone(TimeZone zone) {
        return switch (zone) {
            case NONE -> "";
            case WITH -> " with time zone";
            case WITH_LOCAL -> " with local time zone";
        };
    }

    /** The digits are those of the first field, then those of a second. */
    private static String interval(ColumnType type) {
        boolean years = type.modifiers().get(FIELDS).filter("YEAR TO MONTH"::equals).isPresent();
        return years
                ? "interval year" + digits(type, 0) + " to month"
                : "interval day" + digits(type, 0) + " to second" + digits(type, 1);
    }

    private static String digits(ColumnType type, int index) {
        return type.arguments().size() > index ? "(" + type.arguments().get(index) + ")" : "";
    }

    private static Optional<String> builtIn(ColumnType type) {
        return Optional.of(type.name())
                .filter(QualifiedName::inDefaultSchema)
                .map(QualifiedName::name)
                .filter(OracleTypes::isBuiltIn);
    }

    /** Returns whether values of a type are text of limited length. */
    public static boolean isText(ColumnType type) {
        return builtIn(type)
                .filter(name -> TEXTS.contains(name) || NATIONAL_TEXTS.contains(name))
                .isPresent();
    }

    /** Returns whether a type's length may count bytes or characters. */
    public static boolean countsBytesOrCharacters(ColumnType type) {
        return builtIn(type).filter(TEXTS::contains).isPresent();
    }

    /** Returns whether values of a type are numbers. */
    public static boolean isNumber(ColumnType type) {
        return builtIn(type).filter(NUMBERS::contains).isPresent();
    }

    /** Returns whether values of a type are stored out of line. */
    public static boolean isLarge(ColumnType type) {
        return builtIn(type)
                .filter(
                        name ->
                                LOBS.contains(name)
                                        || name.startsWith("long")
                                        || name.equals("json")
                                        || name.equals("vector"))
                .isPresent();
    }
}
