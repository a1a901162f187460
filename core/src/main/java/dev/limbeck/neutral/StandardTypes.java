package dev.limbeck.neutral;

import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import java.util.List;

/** Types that are called as the SQL standard (ISO/IEC 9075-2, 6.1) calls them. */
public final class StandardTypes {
    /** Digits of a second where nothing is said, as the standard and most servers have it. */
    private static final long USUAL_FRACTION = 6;

    private StandardTypes() {}

    /**
     * Returns what a type holds; {@link NeutralType#other} where its name is not a standard one.
     */
    public static NeutralType of(ColumnType type) {
        if (!type.name().inDefaultSchema()) {
            return NeutralType.other(type.toString());
        }
        return switch (type.name().name()) {
            case "boolean" -> NeutralType.of(Family.BOOLEAN);
            case "tinyint" -> whole(8, type);
            case "smallint" -> whole(16, type);
            case "int", "integer" -> whole(32, type);
            case "bigint" -> whole(64, type);
            case "numeric", "decimal" -> exact(type);
            case "real" -> NeutralType.of(Family.APPROXIMATE, 32);
            case "double precision", "double" -> NeutralType.of(Family.APPROXIMATE, 64);
            case "char" -> sized(Family.TEXT, type, 1).with(Trait.PADDED);
            case "varchar" -> limited(Family.TEXT, type);
            case "clob", "text" -> limited(Family.TEXT, type);
            case "binary" -> sized(Family.BYTES, type, 1).with(Trait.PADDED);
            case "varbinary", "blob" -> limited(Family.BYTES, type);
            case "date" -> NeutralType.of(Family.DATE);
            case "time" -> zoned(sized(Family.TIME, type, USUAL_FRACTION), type);
            case "timestamp" -> zoned(sized(Family.TIMESTAMP, type, USUAL_FRACTION), type);
            case "interval" -> NeutralType.of(Family.INTERVAL);
            case "uuid" -> NeutralType.of(Family.UUID);
            case "json" -> NeutralType.of(Family.JSON);
            case "xml" -> NeutralType.of(Family.XML);
            default -> NeutralType.other(type.toString());
        };
    }

    /** Returns a whole number of so many bits. */
    public static NeutralType whole(long bits, ColumnType type) {
        NeutralType whole = NeutralType.of(Family.WHOLE, bits);
        return type.unsigned() ? whole.with(Trait.UNSIGNED) : whole;
    }

    /** Returns an exact number with the digits a type states. */
    public static NeutralType exact(ColumnType type) {
        List<String> arguments = type.arguments();
        if (arguments.isEmpty()) {
            return NeutralType.of(Family.EXACT);
        }
        int scale = arguments.size() == 1 ? 0 : Integer.parseInt(arguments.get(1));
        NeutralType exact = NeutralType.exact(Long.parseLong(arguments.get(0)), scale);
        return type.unsigned() ? exact.with(Trait.UNSIGNED) : exact;
    }

    /** Returns a type with the size that is stated, else another. */
    public static NeutralType sized(Family family, ColumnType type, long unlessStated) {
        return NeutralType.of(
                family,
                type.arguments().isEmpty()
                        ? unlessStated
                        : Long.parseLong(type.arguments().get(0)));
    }

    /** Returns a type with the size that is stated, else without a limit. */
    public static NeutralType limited(Family family, ColumnType type) {
        return type.arguments().isEmpty()
                ? NeutralType.of(family)
                : NeutralType.of(family, Long.parseLong(type.arguments().get(0)));
    }

    /** Returns a time as its zone makes it. */
    public static NeutralType zoned(NeutralType time, ColumnType type) {
        if (type.timeZone() == TimeZone.NONE) {
            return time;
        }
        return time.with(type.timeZone() == TimeZone.WITH ? Trait.KEEPS_OFFSET : Trait.INSTANT);
    }
}
