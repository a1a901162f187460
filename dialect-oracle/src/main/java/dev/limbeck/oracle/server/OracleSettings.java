package dev.limbeck.oracle.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What decides about a definition that leaves something open.
 *
 * @param version the release
 * @param lengthsCount what the length of a text counts where it isn't said: {@code byte} or {@code
 *     char}
 */
public record OracleSettings(OracleVersion version, String lengthsCount) {
    private static final String QUESTION =
            "SELECT value FROM nls_session_parameters WHERE parameter = 'NLS_LENGTH_SEMANTICS'";

    /** Returns the settings of a server of which nothing else is known. */
    public static OracleSettings usual(OracleVersion version) {
        return new OracleSettings(version, "byte");
    }

    /** Asks a session. */
    public static OracleSettings of(OracleVersion version, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            return row.next()
                    ? new OracleSettings(version, row.getString(1).toLowerCase(Locale.ROOT))
                    : usual(version);
        }
    }
}
