package dev.limbeck.mysql.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database presumes where statements say nothing.
 *
 * @param version the server
 * @param collation the collation of tables that name none
 * @param tableNames how names of tables are kept and compared: {@code lower_case_table_names}
 */
public record ServerSettings(ServerVersion version, String collation, int tableNames) {
    /** Returns the settings of a database, as a connection tells. */
    public static ServerSettings of(ServerVersion version, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT @@collation_database, @@lower_case_table_names")) {
            row.next();
            return new ServerSettings(version, row.getString(1), row.getInt(2));
        }
    }
}
