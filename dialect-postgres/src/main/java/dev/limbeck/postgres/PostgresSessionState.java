package dev.limbeck.postgres;

import dev.limbeck.dialect.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * The user, the role and the settings of a session: what {@code SET} changes.
 *
 * <p>Everything goes back to how the session began, then what was set before the first script is
 * set again. {@code DISCARD ALL} would do it too, but gives up the session's locks.
 */
final class PostgresSessionState implements SessionState {
    private static final String SETTINGS =
            "SELECT quote_literal(name), quote_literal(setting) FROM pg_settings"
                    + " WHERE source = 'session' ORDER BY name";

    private static final String NAMES =
            "SELECT quote_literal(session_user), quote_literal(current_setting('role'))";

    private final Connection connection;
    private final String statements;

    private PostgresSessionState(Connection connection, String statements) {
        this.connection = connection;
        this.statements = statements;
    }

    static SessionState of(Connection connection) throws SQLException {
        StringJoiner statements = new StringJoiner("; ").add("RESET ALL");
        try (Statement question = connection.createStatement()) {
            try (ResultSet names = question.executeQuery(NAMES)) {
                names.next();
                statements.add("SET SESSION AUTHORIZATION " + names.getString(1));
                statements.add("SET ROLE " + names.getString(2));
            }
            try (ResultSet setting = question.executeQuery(SETTINGS)) {
                while (setting.next()) {
                    statements.add(
                            "SELECT set_config("
                                    + setting.getString(1)
                                    + ", "
                                    + setting.getString(2)
                                    + ", false)");
                }
            }
        }
        return new PostgresSessionState(connection, statements.toString());
    }

    @Override
    public void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
