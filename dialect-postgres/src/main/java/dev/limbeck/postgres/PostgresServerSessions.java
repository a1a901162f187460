package dev.limbeck.postgres;

import dev.limbeck.dialect.ServerSessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sessions as {@code pg_stat_activity} lists them: a process number and when it began. */
final class PostgresServerSessions implements ServerSessions {
    private static final String KEY =
            "pid || '@' || (extract(epoch FROM backend_start) * 1000000)::bigint";

    private final Connection connection;

    PostgresServerSessions(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String own() throws SQLException {
        try (PreparedStatement question =
                        connection.prepareStatement(
                                "SELECT "
                                        + KEY
                                        + " FROM pg_catalog.pg_stat_activity"
                                        + " WHERE pid = pg_catalog.pg_backend_pid()");
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public Optional<String> working(String key) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement(
                        "SELECT 'session ' || pid || coalesce(', user ' || usename, '')"
                                + " || coalesce(', from ' || coalesce(client_hostname,"
                                + " host(client_addr)), '')"
                                + " || coalesce(', since ' || to_char(query_start AT TIME ZONE 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), '')"
                                + " FROM pg_catalog.pg_stat_activity"
                                + " WHERE "
                                + KEY
                                + " = ? AND coalesce(state, '') <> 'idle'"
                                + " AND pid <> pg_catalog.pg_backend_pid()")) {
            question.setString(1, key);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
