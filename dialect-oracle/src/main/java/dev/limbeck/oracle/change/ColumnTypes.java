package dev.limbeck.oracle.change;

import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.ColumnType;
import java.util.Set;

/**
 * Which types a column can get by {@code MODIFY} while there are rows. All others need a column
 * beside the old one that the values move to.
 */
public final class ColumnTypes {
    private static final Set<String> MOMENTS = Set.of("date", "timestamp");

    private ColumnTypes() {}

    /**
     * Returns whether a column that holds rows may be modified from one type to another; whether
     * the values fit only the server sees.
     */
    public static boolean isInPlace(ColumnType before, ColumnType after) {
        String old = before.name().name();
        String now = after.name().name();
        if (!before.name().equals(after.name())) {
            return isText(old, now)
                    || (MOMENTS.contains(old)
                            && MOMENTS.contains(now)
                            && after.timeZone() == ColumnType.TimeZone.NONE
                            && before.timeZone() == ColumnType.TimeZone.NONE
                            && now.equals("timestamp"))
                    || (old.equals("long") && now.endsWith("clob"));
        }
        return switch (old) {
            case "number" -> isWider(before, after);
            case "timestamp" ->
                    before.timeZone() == after.timeZone() && digits(after, 6) >= digits(before, 6);
            case "interval" -> before.modifiers().equals(after.modifiers());
            case "vector" -> before.equals(after);
            default -> true;
        };
    }

    private static boolean isText(String old, String now) {
        return (old.equals("char") && now.equals("varchar2"))
                || (old.equals("varchar2") && now.equals("char"))
                || (old.equals("nchar") && now.equals("nvarchar2"))
                || (old.equals("nvarchar2") && now.equals("nchar"));
    }

    private static int digits(ColumnType type, int usual) {
        return type.arguments().isEmpty() ? usual : Integer.parseInt(type.arguments().get(0));
    }

    /** A number gets wider where it loses digits neither before nor behind the point. */
    private static boolean isWider(ColumnType before, ColumnType after) {
        if (after.arguments().isEmpty()) {
            return true;
        }
        if (before.arguments().isEmpty()) {
            return false;
        }
        int oldScale = Integer.parseInt(before.arguments().get(1));
        int scale = Integer.parseInt(after.arguments().get(1));
        return scale >= oldScale && precision(after) - scale >= precision(before) - oldScale;
    }

    private static int precision(ColumnType type) {
        String said = type.arguments().get(0);
        return said.equals(OracleTypes.ANY_PRECISION) ? 38 : Integer.parseInt(said);
    }
}
