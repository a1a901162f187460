package dev.limbeck.ledger;

import dev.limbeck.script.Direction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a script outside a transaction, statement by statement.
 *
 * @param number 1, 2, 3, … within a ledger
 * @param state whether it is still to be finished
 * @param revision the revision's id
 * @param direction which way
 * @param total how many statements the script had when it began
 * @param checksum the digest of the script's tokens when it began
 * @param script the script as it was when it began
 * @param startedAt when it began
 * @param statements what is known of its statements, in their order
 */
public record JournalRun(
        long number,
        State state,
        String revision,
        Direction direction,
        int total,
        String checksum,
        Optional<StoredText> script,
        Instant startedAt,
        List<Stretch> statements) {
    public JournalRun {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
        statements = List.copyOf(statements);
    }

    /** Whether a run is still to be finished. */
    public enum State {
        /** It stopped half way, or is running. */
        OPEN,
        /** It ran to its end, or a person settled it. */
        CLOSED
    }

    /** What is known of statements. */
    public enum Progress {
        /** They were about to run; whether they did, nobody noted. */
        INTENT,
        /** They ran. */
        DONE,
        /** The server refused one of them. */
        FAILED
    }

    /**
     * Statements that commit together, mostly one.
     *
     * @param first number of the first one, from 1
     * @param last number of the last one
     * @param progress how far they came
     * @param checksum the digest of their tokens
     * @param text the first one as it stands in the script, where it is not too long to keep
     * @param session the server's session that ran them
     * @param startedAt when they began
     * @param endedAt when they ended
     * @param error the server's words, where it refused one
     */
    public record Stretch(
            int first,
            int last,
            Progress progress,
            String checksum,
            Optional<String> text,
            String session,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> error) {
        public Stretch {
            startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
            endedAt = endedAt.map(moment -> moment.truncatedTo(ChronoUnit.MILLIS));
        }

        /** Returns this as it is once it is known that they ran. */
        public Stretch done(Instant moment) {
            return new Stretch(
                    first,
                    last,
                    Progress.DONE,
                    checksum,
                    text,
                    session,
                    startedAt,
                    Optional.of(moment),
                    Optional.empty());
        }
    }

    /** Returns this with what is known by now of some of its statements. */
    public JournalRun with(Stretch known) {
        List<Stretch> changed = new ArrayList<>(statements);
        changed.replaceAll(each -> each.first() == known.first() ? known : each);
        return new JournalRun(
                number, state, revision, direction, total, checksum, script, startedAt, changed);
    }

    /** Returns how many statements are done, counted from the first one. */
    public int done() {
        int done = 0;
        for (Stretch stretch : statements) {
            if (stretch.progress() != Progress.DONE || stretch.first() != done + 1) {
                break;
            }
            done = stretch.last();
        }
        return done;
    }

    /** Returns what began after the statements that are done and is not known to have ended. */
    public Optional<Stretch> unsettled() {
        int next = done() + 1;
        return statements.stream().filter(stretch -> stretch.first() == next).findFirst();
    }
}
