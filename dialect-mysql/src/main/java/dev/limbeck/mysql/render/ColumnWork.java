package dev.limbeck.mysql.render;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.DefaultText;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Options;
import java.util.List;

/** How cheaply a server makes a change of one column. What was not tried on it is left unsaid. */
final class ColumnWork {
    /** Up to so many bytes a value's length takes one byte, beyond it two. */
    private static final int SHORT = 255;

    /** The most bytes that a set of values is counted in, unless it takes eight. */
    private static final int COUNTED = 4;

    private ColumnWork() {}

    static Work add(Column column, ServerVersion server) {
        if (column.identity().isPresent()) {
            return Work.INPLACE_SHARED;
        }
        if (column.generated().isPresent()) {
            boolean stored = column.generated().get().storage() == Generated.Storage.STORED;
            return stored ? Work.COPY : Work.UNSAID;
        }
        if (hasExpression(column)) {
            return Work.UNSAID;
        }
        if (MySqlTypes.isSpatial(column.type())) {
            return Work.INPLACE;
        }
        return server.has(ServerFeature.INSTANT_COLUMNS_ANYWHERE) ? Work.INSTANT : Work.INPLACE;
    }

    static Work drop(Column column, ServerVersion server) {
        if (column.generated().isPresent()) {
            return Work.UNSAID;
        }
        return server.has(ServerFeature.INSTANT_COLUMNS_ANYWHERE) ? Work.INSTANT : Work.INPLACE;
    }

    private static boolean hasExpression(Column column) {
        return column.defaultValue()
                .filter(
                        value ->
                                MySqlTypes.hasNoConstantDefault(column.type())
                                        || (!DefaultText.isConstant(value.source())
                                                && !DefaultText.isNow(value.source())))
                .isPresent();
    }

    /**
     * Returns how a column is changed.
     *
     * @param width the bytes that a character of it takes at most
     */
    static Work modify(Column before, Column after, int width) {
        boolean unclear =
                !before.generated().equals(after.generated())
                        || before.identity().isPresent() != after.identity().isPresent()
                        || !before.collation().equals(after.collation())
                        || after.generated().isPresent()
                        || !before.options()
                                .get(ColumnSql.SRID)
                                .equals(after.options().get(ColumnSql.SRID))
                        || hasExpression(before)
                        || hasExpression(after);
        if (unclear) {
            return Work.UNSAID;
        }
        Work work = retype(before.type(), after.type(), width);
        boolean hidden =
                before.options().has(Options.INVISIBLE) != after.options().has(Options.INVISIBLE);
        return before.nullable() != after.nullable() || hidden ? work.and(Work.INPLACE) : work;
    }

    private static Work retype(ColumnType before, ColumnType after, int width) {
        if (before.equals(after)) {
            return Work.INSTANT;
        }
        boolean sameName = before.name().equals(after.name());
        String name = after.name().name();
        if (sameName && name.equals("varchar")) {
            return lengthened(length(before), length(after), width);
        }
        if (sameName && (name.equals("enum") || name.equals("set"))) {
            List<String> old = before.arguments();
            List<String> now = after.arguments();
            boolean appended = now.size() > old.size() && now.subList(0, old.size()).equals(old);
            boolean sameWidth =
                    name.equals("enum") ? now.size() <= SHORT : bytes(old) == bytes(now);
            return appended && sameWidth ? Work.INSTANT : Work.COPY;
        }
        return Work.COPY;
    }

    /** Returns how many bytes a set of so many values takes. */
    private static int bytes(List<String> values) {
        int eighths = (values.size() + 7) / 8;
        return eighths > COUNTED ? 8 : eighths;
    }

    private static int length(ColumnType type) {
        return type.arguments().isEmpty() ? 0 : Integer.parseInt(type.arguments().get(0));
    }

    private static Work lengthened(int before, int after, int width) {
        if (after < before) {
            return Work.COPY;
        }
        boolean staysShort = after * width <= SHORT;
        boolean isLong = before * width > SHORT;
        return staysShort || isLong ? Work.INPLACE : Work.UNSAID;
    }
}
