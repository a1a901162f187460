package dev.limbeck.ddl;

import dev.limbeck.schema.ColumnType;

/** Reads the name of a data type. */
@FunctionalInterface
public interface TypeReader {
    /** Takes a type, with all that belongs to its name, and returns it in canonical form. */
    ColumnType read(DdlContext context);
}
