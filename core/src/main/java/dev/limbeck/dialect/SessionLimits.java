package dev.limbeck.dialect;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a session may wait inside the server; what is empty stays as the server has it, zero
 * means as long as it takes.
 *
 * @param lockTimeout for a lock on a table or row
 * @param statementTimeout for a statement to end
 */
public record SessionLimits(Optional<Duration> lockTimeout, Optional<Duration> statementTimeout) {
    /**
     * How long to wait for a lock where nobody said how long. Who waits for a table holds up
     * everybody who comes after, so it is short.
     */
    public static final Duration SHORT_LOCK_TIMEOUT = Duration.ofSeconds(5);

    /** Leaves everything as the server has it. */
    public static final SessionLimits NONE = new SessionLimits(Optional.empty(), Optional.empty());

    /** Returns these limits, with another's wherever that one says something. */
    public SessionLimits under(SessionLimits other) {
        return new SessionLimits(
                other.lockTimeout().or(() -> lockTimeout),
                other.statementTimeout().or(() -> statementTimeout));
    }
}
