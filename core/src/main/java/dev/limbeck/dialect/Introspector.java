package dev.limbeck.dialect;

import dev.limbeck.schema.ObjectFilter;
import java.sql.SQLException;

/** Reads the schema of a live database from its catalog. */
public interface Introspector {
    /**
     * Reads the objects that a filter lets through, in a number of queries that doesn't depend on
     * the number of objects.
     *
     * <p>The schema is as the server tells it and not yet in normal form. Members of extensions and
     * the server's own objects are left out; what the filter keeps back is among the hidden names.
     */
    Introspection read(ObjectFilter filter) throws SQLException;
}
