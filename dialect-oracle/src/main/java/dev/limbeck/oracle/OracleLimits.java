package dev.limbeck.oracle;

import dev.limbeck.dialect.SessionLimits;
import java.time.Duration;
import java.util.List;

/**
 * The statements that limit a session. Only how long DDL waits for a lock can be set; a statement
 * that changes rows waits for them as long as it takes, and the driver keeps the time of all.
 */
final class OracleLimits {
    /** The most that {@code DDL_LOCK_TIMEOUT} takes, in seconds. */
    private static final long LONGEST = 1_000_000;

    private OracleLimits() {}

    /** The server's own limit is not to wait at all. */
    static List<String> unlessSet(Duration lockTimeout) {
        return List.of(statement(lockTimeout));
    }

    static List<String> statements(SessionLimits limits) {
        return limits.lockTimeout().map(OracleLimits::statement).stream().toList();
    }

    private static String statement(Duration time) {
        long seconds = time.isZero() ? LONGEST : time.plusMillis(999).toSeconds();
        return "ALTER SESSION SET DDL_LOCK_TIMEOUT = " + Math.min(LONGEST, seconds);
    }
}
