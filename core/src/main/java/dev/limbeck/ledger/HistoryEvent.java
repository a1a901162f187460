package dev.limbeck.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of {@code limbeck_history}, which is only ever appended to.
 *
 * @param sequence 1, 2, 3, … in the order written
 * @param kind what happened
 * @param revision the revision's id; for a stamp the new heads, comma-separated
 * @param revises the parents its header named, so that a database knows the graph it was built with
 * @param dependsOn the dependencies its header named
 * @param direction {@code up} or {@code down}, where a script ran
 * @param message the revision's message
 * @param checksum exact and token checksum of the text as run
 * @param script the text as run, compressed
 * @param downScript the down script's text, compressed
 * @param by who: operating system user, database user, host, process, tool version
 * @param startedAt when
 * @param duration how long
 * @param statements how many statements the script has
 * @param failure what went wrong: ordinal of the statement and the error
 */
public record HistoryEvent(
        long sequence,
        Kind kind,
        String revision,
        List<String> revises,
        List<String> dependsOn,
        Optional<String> direction,
        String message,
        Optional<dev.limbeck.script.Checksum> checksum,
        Optional<String> script,
        Optional<String> downScript,
        Actor by,
        Instant startedAt,
        Duration duration,
        int statements,
        Optional<Failure> failure) {
    /** What happened. */
    public enum Kind {
        APPLIED,
        REVERTED,
        STAMPED,
        REPAIRED,
        RESOLVED,
        FAILED
    }

    /** Who did it, from where. */
    public record Actor(
            String osUser, String databaseUser, String host, long process, String toolVersion) {}

    /**
     * Where a script stopped.
     *
     * @param ordinal 1-based number of the statement that failed
     * @param text its text
     * @param error the server's words
     */
    public record Failure(int ordinal, String text, String error) {}
}
