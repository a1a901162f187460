package dev.limbeck.ddl;

import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/** What a column gets that is said to hold no nulls, on servers that give that a name. */
@FunctionalInterface
public interface NotNullRule {
    /**
     * Returns what a column gets.
     *
     * @param schema the schema the table is in
     * @param table the table so far
     * @param column the column's name
     */
    NotNull of(Schema schema, Table table, String column);

    /** Returns the rule of servers that give it no name. */
    static NotNullRule unnamed() {
        return (schema, table, column) -> NotNull.plain();
    }
}
