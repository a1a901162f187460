package dev.limbeck.postgres;

import dev.limbeck.dialect.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Every setting that {@code SET} may have changed, and the two identities, which come first since
 * they decide what else may be set. All goes to the server in one text, for one round trip.
 *
 * <p>{@code RESET ALL} is not used: it would also forget a program's own settings ({@code
 * app.tenant}), which the server does not list and which therefore could not be set again. {@code
 * DISCARD ALL} would give up the session's locks.
 */
final class PostgresSessionState implements SessionState {
    private static final String IDENTITIES =
            "SELECT 'session_authorization', session_user::text"
                    + " UNION ALL SELECT 'role', current_setting('role')";

    // Names in full: a script may have left a search path in which something else is found.
    private static final String SET_SINCE_THE_START =
            " FROM pg_catalog.pg_settings WHERE source = 'session'"
                    + " AND context IN ('user', 'superuser')"
                    + " AND name NOT IN ('session_authorization', 'role',"
                    + " 'transaction_isolation', 'transaction_read_only', 'transaction_deferrable')";

    private final Connection connection;
    private final String statements;

    private PostgresSessionState(Connection connection, String statements) {
        this.connection = connection;
        this.statements = statements;
    }

    static SessionState of(Connection connection) throws SQLException {
        var settings = pairs(connection, "SELECT name, setting" + SET_SINCE_THE_START);
        var statements = new StringJoiner("; ");
        pairs(connection, IDENTITIES).forEach((name, value) -> statements.add(set(name, value)));
        statements.add(
                "SELECT pg_catalog.set_config(name, reset_val, false)"
                        + SET_SINCE_THE_START
                        + except(settings));
        settings.forEach((name, value) -> statements.add(set(name, value)));
        return new PostgresSessionState(connection, statements.toString());
    }

    private static Map<String, String> pairs(Connection connection, String question)
            throws SQLException {
        var pairs = new LinkedHashMap<String, String>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }

    private static String except(Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.keySet().stream()
                        .map(PsqlStyle.INSTANCE::literal)
                        .collect(Collectors.joining(", ", " AND name NOT IN (", ")"));
    }

    private static String set(String name, String value) {
        return "SELECT pg_catalog.set_config("
                + PsqlStyle.INSTANCE.literal(name)
                + ", "
                + PsqlStyle.INSTANCE.literal(value)
                + ", false)";
    }

    @Override
    public void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
