package dev.limbeck.expression;

import dev.limbeck.schema.ColumnType;
import java.util.Optional;

/** How expressions call the types of columns. */
@FunctionalInterface
public interface TypeNames {
    /** Returns what expressions call a column's type. */
    SqlType nameOf(ColumnType type);

    /** Returns the type of a column that holds what an expression yields, where it is known. */
    default Optional<ColumnType> typeOf(SqlType name) {
        return Optional.empty();
    }
}
