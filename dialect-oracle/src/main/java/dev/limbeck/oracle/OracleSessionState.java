package dev.limbeck.oracle;

import dev.limbeck.dialect.SessionState;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What scripts set of a session and every user may read: its schema, its language settings, its
 * time zone, its roles. How long DDL waits is set anew before each script, since few may read it.
 *
 * @param settings the values of parameters by their names, as {@code ALTER SESSION} takes them
 * @param roles the roles that are enabled, sorted
 */
record OracleSessionState(Connection connection, Map<String, String> settings, List<String> roles)
        implements SessionState {
    /** {@code NLS_DATE_FORMAT} follows {@code NLS_TERRITORY}, so that one comes first. */
    private static final String PARAMETERS =
            "SELECT parameter, value FROM nls_session_parameters"
                    + " WHERE parameter NOT IN ('NLS_CHARACTERSET', 'NLS_NCHAR_CHARACTERSET')"
                    + " ORDER BY CASE parameter WHEN 'NLS_TERRITORY' THEN 0"
                    + " WHEN 'NLS_LANGUAGE' THEN 1 ELSE 2 END, parameter";

    private static final String PLACE =
            "SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'), SESSIONTIMEZONE FROM dual";

    private static final String ROLES = "SELECT role FROM session_roles ORDER BY role";

    OracleSessionState {
        settings = new LinkedHashMap<>(settings);
        roles = List.copyOf(roles);
    }

    static OracleSessionState of(Connection connection) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        var roles = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(PARAMETERS)) {
                while (row.next()) {
                    settings.put(
                            row.getString(1),
                            OracleText.quoted(Objects.requireNonNullElse(row.getString(2), "")));
                }
            }
            try (ResultSet row = statement.executeQuery(PLACE)) {
                row.next();
                settings.put("CURRENT_SCHEMA", OracleIdentifiers.INSTANCE.quote(row.getString(1)));
                settings.put("TIME_ZONE", OracleText.quoted(row.getString(2)));
            }
            try (ResultSet row = statement.executeQuery(ROLES)) {
                while (row.next()) {
                    roles.add(row.getString(1));
                }
            }
        }
        return new OracleSessionState(connection, settings, roles);
    }

    @Override
    public void restore() throws SQLException {
        OracleSessionState now = of(connection);
        try (Statement statement = connection.createStatement()) {
            if (!now.roles.equals(roles)) {
                statement.execute("SET ROLE " + written(roles));
            }
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                if (!setting.getValue().equals(now.settings.get(setting.getKey()))) {
                    statement.execute(
                            "ALTER SESSION SET " + setting.getKey() + " = " + setting.getValue());
                }
            }
        }
    }

    private static String written(List<String> roles) {
        return roles.isEmpty()
                ? "NONE"
                : String.join(", ", roles.stream().map(OracleIdentifiers.INSTANCE::quote).toList());
    }
}
