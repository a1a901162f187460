package dev.limbeck.analysis.calcite;

import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a name in FROM stands for.
 *
 * @param shown how messages call it
 * @param columns its columns in order; of an open one, those that are known
 * @param openness whether it may have columns that are not known
 * @param table the table, where it is one
 */
record Shape(String shown, List<ShapeColumn> columns, Openness openness, Optional<Table> table) {
    /** Whether all columns are known. */
    enum Openness {
        CLOSED,
        OPEN
    }

    /**
     * A column.
     *
     * @param key what spellings of its name have in common
     * @param name its name
     * @param kind what it holds
     */
    record ShapeColumn(String key, String name, Kind kind) {}

    Shape {
        columns = List.copyOf(columns);
    }

    static Shape open(String shown) {
        return new Shape(shown, List.of(), Openness.OPEN, Optional.empty());
    }

    static Shape of(String shown, List<ShapeColumn> columns) {
        return new Shape(shown, columns, Openness.CLOSED, Optional.empty());
    }

    boolean isOpen() {
        return openness == Openness.OPEN;
    }

    Optional<ShapeColumn> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
