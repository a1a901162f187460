package dev.limbeck.dialect;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a migration lock, as far as the server's own views tell.
 *
 * @param session the server's number of the session (backend pid, thread id)
 * @param user database user
 * @param host where it connects from
 * @param since when its session or transaction began
 */
public record LockHolder(
        String session, Optional<String> user, Optional<String> host, Optional<Instant> since) {}
