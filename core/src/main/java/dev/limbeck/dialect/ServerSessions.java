package dev.limbeck.dialect;

import java.sql.SQLException;
import java.util.Optional;

/** The sessions of a server, seen from one of them. */
public interface ServerSessions {
    /**
     * Returns what identifies the session that asks for good: servers use a session's number again,
     * so the number alone would not do.
     */
    String own() throws SQLException;

    /**
     * Returns what another session is doing at the moment, as a user would say it: {@code session
     * 4711, user app, since …}. Empty where that session is gone or idle, or where the server does
     * not tell.
     *
     * @param key what {@link #own()} gave in that session
     */
    Optional<String> working(String key) throws SQLException;
}
