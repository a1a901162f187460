package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * What a server says it is, from JDBC.
 *
 * @param name product name, for example {@code PostgreSQL}
 * @param version the version as the server writes it
 * @param major major version number
 * @param minor minor version number
 */
public record DatabaseProduct(String name, String version, int major, int minor) {
    /** Asks a connection's metadata. */
    public static DatabaseProduct of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return new DatabaseProduct(
                data.getDatabaseProductName(),
                data.getDatabaseProductVersion(),
                data.getDatabaseMajorVersion(),
                data.getDatabaseMinorVersion());
    }
}
