package dev.limbeck.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How long statements may wait and run, and how often what lost against others is tried again.
 *
 * @param lockTimeout for a lock on a table or row; zero: as long as it takes; empty: a few seconds
 *     unless the server has a limit of its own
 * @param statementTimeout for a statement to end; zero or empty: as long as it takes
 * @param lockRetries how often a script that got no lock, or lost against another session, is tried
 *     again
 */
public record LimitsConfig(
        Optional<Duration> lockTimeout, Optional<Duration> statementTimeout, int lockRetries) {
    /** The number of further attempts where none is said. */
    public static final int DEFAULT_RETRIES = 4;

    /** More attempts than this are a mistake: each may wait for the whole time-out. */
    static final int MOST_RETRIES = 1000;

    /** Nothing is said. */
    public static final LimitsConfig DEFAULT =
            new LimitsConfig(Optional.empty(), Optional.empty(), DEFAULT_RETRIES);

    public LimitsConfig {
        if (lockRetries < 0) {
            throw new IllegalArgumentException("a negative number of retries: " + lockRetries);
        }
    }
}
