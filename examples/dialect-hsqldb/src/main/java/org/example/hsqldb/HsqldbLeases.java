package org.example.hsqldb;

import dev.limbeck.dialect.LeaseTable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The table of leases: who runs migrations, and until when.
 *
 * @param schema where it is
 */
record HsqldbLeases(String schema) implements LeaseTable {
    static final String TABLE = "LIMBECK_LOCK";

    @Override
    public String name() {
        return HsqldbIdentifiers.INSTANCE.quote(schema) + "." + TABLE;
    }

    @Override
    public String clock() {
        return "SELECT UNIX_MILLIS(CURRENT_TIMESTAMP) FROM (VALUES (0))";
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS "
                            + name()
                            + " (lock_key varchar(64) PRIMARY KEY, token bigint, since bigint,"
                            + " expires bigint, owner varchar(255))");
        }
    }
}
