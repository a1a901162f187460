package dev.limbeck.schema;

import java.util.List;

/**
 * The columns that a primary key or a unique constraint holds apart, and the index behind it.
 *
 * @param columns the columns in order
 * @param include columns its index only carries, in order
 * @param nullsNotDistinct whether two nulls count as equal
 * @param withoutOverlaps whether the last column is a period in which rows must not overlap
 * @param options of its index: storage parameters, tablespace, the index's own name where it
 *     differs
 */
public record Key(
        List<String> columns,
        List<String> include,
        boolean nullsNotDistinct,
        boolean withoutOverlaps,
        Options options) {
    public Key {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** Returns a plain key. */
    public static Key of(List<String> columns) {
        return new Key(columns, List.of(), false, false, Options.none());
    }

    public static Key of(String... columns) {
        return of(List.of(columns));
    }

    public Key withColumns(List<String> newColumns) {
        return new Key(newColumns, include, nullsNotDistinct, withoutOverlaps, options);
    }

    public Key withInclude(List<String> newInclude) {
        return new Key(columns, newInclude, nullsNotDistinct, withoutOverlaps, options);
    }

    public Key withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Key(columns, include, newNullsNotDistinct, withoutOverlaps, options);
    }

    public Key withWithoutOverlaps(boolean newWithoutOverlaps) {
        return new Key(columns, include, nullsNotDistinct, newWithoutOverlaps, options);
    }

    public Key withOptions(Options newOptions) {
        return new Key(columns, include, nullsNotDistinct, withoutOverlaps, newOptions);
    }
}
