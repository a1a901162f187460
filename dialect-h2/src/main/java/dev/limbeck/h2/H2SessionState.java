package dev.limbeck.h2;

import dev.limbeck.dialect.SessionState;
import dev.limbeck.h2.text.H2Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The commands that bring a session of H2 back to where it was. */
final class H2SessionState implements SessionState {
    private final Connection connection;
    private final List<String> commands;

    private H2SessionState(Connection connection, List<String> commands) {
        this.connection = connection;
        this.commands = commands;
    }

    static SessionState of(Connection connection) throws SQLException {
        String schema = H2Identifiers.INSTANCE.quote(String.valueOf(connection.getSchema()));
        Map<String, String> settings =
                pairs(
                        connection,
                        "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                + " WHERE SETTING_NAME IN"
                                + " ('TIME ZONE', 'QUERY_TIMEOUT', 'NON_KEYWORDS')"
                                + " UNION ALL SELECT 'LOCK_TIMEOUT', CAST(LOCK_TIMEOUT() AS varchar)");
        var commands = new ArrayList<String>();
        commands.add("SET SCHEMA " + schema);
        // A path can't be unset, but the schema alone means the same as none.
        commands.add(
                pairs(
                                connection,
                                "SELECT STATE_KEY, STATE_COMMAND"
                                        + " FROM INFORMATION_SCHEMA.SESSION_STATE")
                        .getOrDefault("SCHEMA_SEARCH_PATH", "SET SCHEMA_SEARCH_PATH " + schema));
        commands.add("SET TIME ZONE '" + settings.get("TIME ZONE") + "'");
        commands.add("SET LOCK_TIMEOUT " + settings.get("LOCK_TIMEOUT"));
        commands.add("SET QUERY_TIMEOUT " + settings.get("QUERY_TIMEOUT"));
        commands.add("SET NON_KEYWORDS " + settings.getOrDefault("NON_KEYWORDS", ""));
        return new H2SessionState(connection, List.copyOf(commands));
    }

    private static Map<String, String> pairs(Connection connection, String question)
            throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }

    @Override
    public void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
