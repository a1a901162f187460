package dev.limbeck.mysql;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.ListedSessions;
import dev.limbeck.dialect.ServerSessions;
import dev.limbeck.mysql.server.Flavor;
import dev.limbeck.mysql.server.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sessions as the server lists its processes: a number, and when the server began, because only a
 * server that starts anew gives numbers again. That time is reckoned from seconds that count up,
 * and so may be a little off from one answer to the next.
 *
 * <p>Without the privilege {@code PROCESS} a user sees the own sessions only.
 */
final class MySqlServerSessions {
    /** How far two answers for the start of one server may be apart, in seconds. */
    private static final int TOLERANCE = 5;

    private MySqlServerSessions() {}

    static ServerSessions of(Connection connection) throws SQLException {
        Flavor flavor = ServerVersion.of(DatabaseProduct.of(connection)).flavor();
        String status =
                flavor == Flavor.MARIADB
                        ? "information_schema.GLOBAL_STATUS"
                        : "performance_schema.global_status";
        String began =
                "COALESCE(UNIX_TIMESTAMP() - (SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM "
                        + status
                        + " WHERE VARIABLE_NAME = 'UPTIME'), 0)";
        return new ListedSessions(
                connection, "SELECT CONCAT(CONNECTION_ID(), '@', " + began + ")", working(began));
    }

    private static String working(String began) {
        return "SELECT CONCAT('session ', p.id, ', user ', p.user, ', from ', p.host,"
                + " ', since ', DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL p.time SECOND,"
                + " '%Y-%m-%dT%H:%i:%sZ'))"
                + " FROM (SELECT ? AS session_key) k"
                + " JOIN information_schema.processlist p"
                + " ON p.id = CAST(SUBSTRING_INDEX(k.session_key, '@', 1) AS UNSIGNED)"
                + " WHERE p.command <> 'Sleep' AND p.id <> CONNECTION_ID()"
                + " AND ABS(CAST(SUBSTRING_INDEX(k.session_key, '@', -1) AS SIGNED) - "
                + began
                + ") <= "
                + TOLERANCE;
    }
}
