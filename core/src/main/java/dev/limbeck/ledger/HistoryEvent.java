package dev.limbeck.ledger;

import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One row of {@code limbeck_history}, which is only ever appended to.
 *
 * <p>A row stands for a change of the database, or for the attempt at one that failed.
 *
 * @param number 1, 2, 3, … in the order written; 0 until it is written
 * @param kind what happened
 * @param subject the revision it happened to; empty for a stamp
 * @param script the script that ran; empty where none did
 * @param heads the rows of the version table afterwards
 * @param by who did it, from where
 * @param startedAt when, in whole milliseconds
 * @param duration how long it took, in whole milliseconds
 * @param failure what went wrong
 * @param reason why a person settled it so
 */
public record HistoryEvent(
        long number,
        Kind kind,
        Optional<Subject> subject,
        Optional<RecordedScript> script,
        List<String> heads,
        Actor by,
        Instant startedAt,
        Duration duration,
        Optional<Failure> failure,
        Optional<String> reason) {
    public HistoryEvent {
        heads = List.copyOf(heads);
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
        duration = duration.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What happened. */
    public enum Kind {
        /** An up script ran, or was only recorded where the revision excludes the database. */
        APPLIED,
        /** A down script ran. */
        REVERTED,
        /** The version table's rows were set without a script. */
        STAMPED,
        /** An edited file's checksum was accepted. */
        REPAIRED,
        /**
         * A person settled a script that had stopped half way; its direction says whether the
         * revision is applied since: up, or not: down.
         */
        RESOLVED,
        /** A script failed; {@link Failure#outcome} tells what it left behind. */
        FAILED
    }

    /**
     * The revision as its header stood, so that a database knows the graph it was built with.
     *
     * @param revision its id
     * @param revises its parents
     * @param dependsOn its dependencies
     * @param branchLabels its own labels
     * @param message its message
     * @param created when it was written
     */
    public record Subject(
            String revision,
            List<String> revises,
            List<String> dependsOn,
            List<String> branchLabels,
            String message,
            Optional<Instant> created) {
        public Subject {
            revises = List.copyOf(revises);
            dependsOn = List.copyOf(dependsOn);
            branchLabels = List.copyOf(branchLabels);
            created = created.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * A script as it ran.
     *
     * @param direction which way
     * @param file the file's path seen from the project's folder; empty where a revision was only
     *     recorded
     * @param checksum of the text before variables were replaced
     * @param statements how many statements it has
     * @param text the text, before variables were replaced
     * @param downText for an up script the down script of that time
     */
    public record RecordedScript(
            Direction direction,
            Optional<String> file,
            Optional<Checksum> checksum,
            int statements,
            Optional<StoredText> text,
            Optional<StoredText> downText) {}

    /** Who did it, from where. */
    public record Actor(
            String osUser, String databaseUser, String host, long process, String toolVersion) {}

    /** What a script that failed left behind. */
    public enum Outcome {
        /** Its transaction took everything back. */
        ROLLED_BACK,
        /** The statements before the one that failed are done. */
        HALF_DONE
    }

    /**
     * Where a script stopped.
     *
     * @param ordinal 1-based number of the statement that failed
     * @param text its text
     * @param error the server's words
     * @param outcome what became of the statements before it
     */
    public record Failure(int ordinal, String text, String error, Outcome outcome) {}

    /** Returns this event as written under a number. */
    public HistoryEvent numbered(long newNumber) {
        return new HistoryEvent(
                newNumber, kind, subject, script, heads, by, startedAt, duration, failure, reason);
    }
}
