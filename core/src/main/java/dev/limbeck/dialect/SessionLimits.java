package dev.limbeck.dialect;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a session may wait inside the server; what is empty stays as the server has it.
 *
 * @param lockTimeout for a lock on a table or row
 * @param statementTimeout for a statement to end
 */
public record SessionLimits(Optional<Duration> lockTimeout, Optional<Duration> statementTimeout) {
    /** Leaves everything as the server has it. */
    public static final SessionLimits NONE = new SessionLimits(Optional.empty(), Optional.empty());
}
