package dev.limbeck.h2;

import dev.limbeck.dialect.ServerSessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sessions as {@code INFORMATION_SCHEMA.SESSIONS} lists them: a number and when it began. */
final class H2ServerSessions implements ServerSessions {
    private static final String KEY =
            "SESSION_ID || '@' || CAST(EXTRACT(EPOCH FROM SESSION_START) * 1000000 AS BIGINT)";

    private final Connection connection;

    H2ServerSessions(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String own() throws SQLException {
        try (PreparedStatement question =
                        connection.prepareStatement(
                                "SELECT "
                                        + KEY
                                        + " FROM INFORMATION_SCHEMA.SESSIONS"
                                        + " WHERE SESSION_ID = SESSION_ID()");
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public Optional<String> working(String key) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement(
                        "SELECT SESSION_ID, USER_NAME, CLIENT_ADDR FROM INFORMATION_SCHEMA.SESSIONS"
                                + " WHERE "
                                + KEY
                                + " = ? AND SESSION_ID <> SESSION_ID()"
                                + " AND EXECUTING_STATEMENT IS NOT NULL")) {
            question.setString(1, key);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of("session " + row.getString(1) + ", user " + row.getString(2))
                        : Optional.empty();
            }
        }
    }
}
