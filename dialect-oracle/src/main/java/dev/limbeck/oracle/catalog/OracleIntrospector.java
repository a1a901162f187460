package dev.limbeck.oracle.catalog;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.schema.ObjectFilter;
import java.sql.Connection;
import java.sql.SQLException;

public final class OracleIntrospector implements Introspector {
    public OracleIntrospector(Connection connection, DdlReader reader) {}

    @Override
    public Introspection read(ObjectFilter filter) throws SQLException {
        throw new SQLException();
    }
}
