package org.example.hsqldb;

import dev.limbeck.dialect.SessionState;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a script may change of its session.
 *
 * @param connection the session
 * @param schema its schema
 * @param zone its time zone, as an interval
 */
record HsqldbSession(Connection connection, String schema, String zone) implements SessionState {
    static HsqldbSession of(Connection connection) throws SQLException {
        return new HsqldbSession(
                connection, ask(connection, "CURRENT_SCHEMA"), ask(connection, "TIMEZONE()"));
    }

    private static String ask(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("VALUES (" + what + ")")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SCHEMA " + HsqldbIdentifiers.INSTANCE.quote(schema));
            statement.execute("SET TIME ZONE INTERVAL '" + zone + "' HOUR TO MINUTE");
        }
    }
}
