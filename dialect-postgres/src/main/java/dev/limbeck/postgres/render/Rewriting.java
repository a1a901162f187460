package dev.limbeck.postgres.render;

import dev.limbeck.postgres.rules.TypeConversions;
import dev.limbeck.schema.ColumnType;
import java.util.List;
import java.util.Set;

/** What a change of type costs: whether the server copies the table, and whether values lose. */
final class Rewriting {
    private static final Set<String> WIDENED_FOR_FREE =
            Set.of("varchar", "bit varying", "timestamp", "time", "interval");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FRACTIONAL = Set.of("numeric", "real", "double precision");

    private Rewriting() {}

    /** Returns whether the server copies the table. */
    static boolean isNeeded(ColumnType from, ColumnType to) {
        if (from.arrayDimensions() != to.arrayDimensions() || from.timeZone() != to.timeZone()) {
            return true;
        }
        String before = from.name().toString();
        String after = to.name().toString();
        if (before.equals(after)) {
            return !from.modifiers().equals(to.modifiers()) || !isWider(before, from, to);
        }
        boolean relabelled =
                (before.equals("varchar") && after.equals("text"))
                        || (before.equals("text")
                                && after.equals("varchar")
                                && to.arguments().isEmpty())
                        || (before.equals("cidr") && after.equals("inet"));
        return !relabelled;
    }

    private static boolean isWider(String name, ColumnType from, ColumnType to) {
        if (to.arguments().isEmpty()) {
            return WIDENED_FOR_FREE.contains(name) || name.equals("numeric");
        }
        if (name.equals("numeric")) {
            return scale(from).equals(scale(to)) && isAtLeast(to, from);
        }
        return WIDENED_FOR_FREE.contains(name) && isAtLeast(to, from);
    }

    private static String scale(ColumnType type) {
        List<String> arguments = type.arguments();
        return arguments.isEmpty() ? "any" : arguments.size() == 1 ? "0" : arguments.get(1);
    }

    private static boolean isAtLeast(ColumnType type, ColumnType other) {
        return !other.arguments().isEmpty()
                && !type.arguments().isEmpty()
                && number(type.arguments().get(0)) >= number(other.arguments().get(0));
    }

    /** Returns whether values that fit may still come out shorter than they went in. */
    static boolean rounds(ColumnType from, ColumnType to) {
        if (from.arrayDimensions() != to.arrayDimensions()) {
            return from.arrayDimensions() > 0 && !TypeConversions.isString(to);
        }
        String before = from.name().toString();
        String after = to.name().toString();
        if (FRACTIONAL.contains(before) && WHOLE.contains(after)) {
            return true;
        }
        if (before.equals("numeric") && after.equals("numeric")) {
            String scale = scale(to);
            String old = scale(from);
            return !scale.equals("any") && (old.equals("any") || number(scale) < number(old));
        }
        if (before.equals("timestamp") && (after.equals("date") || after.equals("time"))) {
            return true;
        }
        boolean sameTime =
                before.equals(after) && Set.of("timestamp", "time", "interval").contains(after);
        boolean fewerFields = !to.modifiers().isEmpty() && !to.modifiers().equals(from.modifiers());
        boolean coarser =
                !to.arguments().isEmpty() && (from.arguments().isEmpty() || !isAtLeast(to, from));
        return sameTime && (fewerFields || coarser);
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
