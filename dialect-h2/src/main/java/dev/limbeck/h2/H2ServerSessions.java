package dev.limbeck.h2;

import dev.limbeck.dialect.ListedSessions;
import dev.limbeck.dialect.ServerSessions;
import java.sql.Connection;

/** Sessions as {@code INFORMATION_SCHEMA.SESSIONS} lists them: a number and when it began. */
final class H2ServerSessions {
    private static final String KEY =
            "SESSION_ID || '@' || CAST(EXTRACT(EPOCH FROM SESSION_START) * 1000000 AS BIGINT)";

    private static final String OWN =
            "SELECT " + KEY + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";

    private static final String WORKING =
            "SELECT 'session ' || SESSION_ID || ', user ' || USER_NAME"
                    + " FROM INFORMATION_SCHEMA.SESSIONS WHERE "
                    + KEY
                    + " = ? AND SESSION_ID <> SESSION_ID() AND EXECUTING_STATEMENT IS NOT NULL";

    private H2ServerSessions() {}

    static ServerSessions of(Connection connection) {
        return new ListedSessions(connection, OWN, WORKING);
    }
}
