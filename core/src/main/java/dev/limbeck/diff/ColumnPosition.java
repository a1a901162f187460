package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where among a table's columns one stands, on servers that can say so.
 *
 * @param after the column before it; empty: it is the first
 */
public record ColumnPosition(Optional<String> after) {
    /** Returns the place of a column in a table that has it. */
    public static ColumnPosition of(List<Column> columns, String name) {
        Optional<String> previous = Optional.empty();
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return new ColumnPosition(previous);
            }
            previous = Optional.of(column.name());
        }
        throw new IllegalArgumentException("no column " + name);
    }

    /** Returns columns with one put in this place; last where the column before it is missing. */
    List<Column> insert(List<Column> columns, Column column) {
        List<Column> all = new ArrayList<>(columns);
        int index = 0;
        if (after.isPresent()) {
            index = columns.size();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(after.get())) {
                    index = i + 1;
                }
            }
        }
        all.add(index, column);
        return all;
    }
}
