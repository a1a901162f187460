package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An empty database that nobody else uses; closing it drops it, whoever is still connected.
 *
 * @param url JDBC URL without user and password
 * @param user its owner
 * @param password the owner's password, possibly empty
 * @param end drops it
 */
public record TestDatabase(String url, String user, String password, Cleanup end)
        implements AutoCloseable {
    /** What drops a database. */
    @FunctionalInterface
    public interface Cleanup {
        void run() throws SQLException;
    }

    /** Opens a connection as the owner. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Asks a question of one row and one column as the owner. */
    public String query(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() throws SQLException {
        end.run();
    }

    @Override
    public String toString() {
        return url;
    }
}
