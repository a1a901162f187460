package dev.limbeck.execute;

import dev.limbeck.dialect.SessionState;
import dev.limbeck.ledger.Journal;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.JournalRun.Progress;
import dev.limbeck.ledger.JournalRun.Stretch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the journal of one script that runs outside a transaction. A run is written together with
 * the first of its statements, so that a script which never began leaves nothing.
 */
final class JournalKeeper {
    private final Journal journal;
    private final String session;
    private final Clock clock;
    private final JournalRun run;
    private long number;
    private Instant began = Instant.EPOCH;
    private Optional<Identity> identity = Optional.empty();

    /**
     * Makes a keeper.
     *
     * @param session the server's session that runs the script
     * @param run the run, under its number where it is resumed and under 0 where it begins
     */
    JournalKeeper(Journal journal, String session, Clock clock, JournalRun run) {
        this.journal = journal;
        this.session = session;
        this.clock = clock;
        this.run = run;
        this.number = run.number();
    }

    /** How a session becomes again who it was at its start, and then who the script made it. */
    interface Identity {
        SessionState atStart();

        SessionState now() throws SQLException;
    }

    /** From now on the journal is written as who the session was at its start. */
    void writeAs(Identity who) {
        identity = Optional.of(who);
    }

    /** Says that statements are about to run; committed before they do. */
    void intend(int first, String checksum, String text) throws SQLException {
        began = clock.instant();
        write(
                new Stretch(
                        first,
                        first,
                        Progress.INTENT,
                        checksum,
                        Optional.of(text),
                        session,
                        began,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Says that statements ran. */
    void done(int first, int last, String checksum, Optional<String> text) throws SQLException {
        write(
                new Stretch(
                        first,
                        last,
                        Progress.DONE,
                        checksum,
                        text,
                        session,
                        began,
                        Optional.of(clock.instant()),
                        Optional.empty()));
    }

    /** Says that the server refused a statement. */
    void failed(int ordinal, String checksum, String text, String error) throws SQLException {
        write(
                new Stretch(
                        ordinal,
                        ordinal,
                        Progress.FAILED,
                        checksum,
                        Optional.of(text),
                        session,
                        began,
                        Optional.of(clock.instant()),
                        Optional.of(error)));
    }

    private void write(Stretch stretch) throws SQLException {
        if (identity.isEmpty()) {
            note(stretch);
            return;
        }
        SessionState asScript = identity.get().now();
        identity.get().atStart().restore();
        note(stretch);
        asScript.restore();
    }

    private void note(Stretch stretch) {
        if (number == 0) {
            number = journal.begin(run);
        }
        journal.note(number, stretch);
    }

    /** Says that nothing of the script is left to do. */
    void close() {
        if (number > 0) {
            journal.close(number, clock.instant());
        }
    }

    /** Forgets that the script ever began. */
    void forget() {
        if (number > 0) {
            journal.forget(number);
        }
    }
}
