package dev.limbeck.postgres;

import dev.limbeck.dialect.ListedSessions;
import dev.limbeck.dialect.ServerSessions;
import java.sql.Connection;

/** Sessions as {@code pg_stat_activity} lists them: a process number and when it began. */
final class PostgresServerSessions {
    private static final String KEY =
            "pid || '@' || (extract(epoch FROM backend_start) * 1000000)::bigint";

    private static final String OWN =
            "SELECT "
                    + KEY
                    + " FROM pg_catalog.pg_stat_activity"
                    + " WHERE pid = pg_catalog.pg_backend_pid()";

    private static final String WORKING =
            "SELECT 'session ' || pid || coalesce(', user ' || usename, '')"
                    + " || coalesce(', from ' || coalesce(client_hostname,"
                    + " host(client_addr)), '')"
                    + " || coalesce(', since ' || to_char(query_start AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), '')"
                    + " FROM pg_catalog.pg_stat_activity"
                    + " WHERE "
                    + KEY
                    + " = ? AND coalesce(state, '') <> 'idle'"
                    + " AND pid <> pg_catalog.pg_backend_pid()";

    private PostgresServerSessions() {}

    static ServerSessions of(Connection connection) {
        return new ListedSessions(connection, OWN, WORKING);
    }
}
