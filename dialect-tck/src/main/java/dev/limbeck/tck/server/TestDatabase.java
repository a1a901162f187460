package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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

    @Override
    public void close() throws SQLException {
        end.run();
    }

    @Override
    public String toString() {
        return url;
    }
}
