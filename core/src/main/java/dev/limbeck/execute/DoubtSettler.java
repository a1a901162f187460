package dev.limbeck.execute;

import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.ServerSessions;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.JournalRun.Progress;
import dev.limbeck.ledger.JournalRun.Stretch;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.script.Script;
import dev.limbeck.script.StatementDigest;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out what became of the statement during which a run ended, and so with which statement the
 * next run goes on.
 *
 * <p>It asks in this order: whether the old session is still at work; whether the statement is of a
 * kind that left nothing or may run again; what the catalog shows. Where none of them tells,
 * nothing runs.
 */
final class DoubtSettler {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DatabaseSession session;
    private final RunTools tools;
    private final RunSettings settings;
    private final UnfinishedScripts words;

    DoubtSettler(DatabaseSession session, RunTools tools, RunSettings settings) {
        this.session = session;
        this.tools = tools;
        this.settings = settings;
        this.words = new UnfinishedScripts(session, settings.migrations());
    }

    /**
     * Returns the step with its doubt settled.
     *
     * @param rows the version table's rows
     * @param patience how long to wait for a session that is still at work
     */
    PreparedStep settle(PreparedStep step, HeadSet rows, Duration patience) {
        JournalRun run = step.resumed().orElseThrow();
        Optional<Stretch> doubtful = run.unsettled();
        if (doubtful.isEmpty()) {
            return step;
        }
        awaitSession(run, doubtful.get(), patience);
        Optional<Script> asItRan = asItRan(step, run);
        Optional<Statement> statement =
                asItRan.flatMap(script -> statement(script, doubtful.get().first()));
        if (statement.isEmpty()) {
            throw words.unsettled(run, doubtful.get());
        }
        Script script = asItRan.orElseThrow();
        return switch (JournaledScript.kind(tools, statement.get())) {
            case TRANSACTION, SESSION, REPEATABLE -> step;
            case CATALOG -> askCatalog(step, run, doubtful.get(), script, rows);
            case UNKNOWN -> {
                if (!wasEdited(step, doubtful.get())) {
                    throw words.unsettled(run, doubtful.get());
                }
                // Whoever rewrote the statement that stopped has seen to what it left.
                yield step;
            }
        };
    }

    private void awaitSession(JournalRun run, Stretch stretch, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String told = "";
        try {
            ServerSessions sessions = tools.dialect().sessions(tools.connection());
            for (Optional<String> busy = sessions.working(stretch.session());
                    busy.isPresent();
                    busy = sessions.working(stretch.session())) {
                if (System.nanoTime() >= deadline) {
                    throw words.stillRunning(run, stretch, busy.get());
                }
                if (!busy.get().equals(told)) {
                    told = busy.get();
                    settings.listener().waitingForSession(told);
                }
                tools.cancellation().pause(PAUSE);
            }
        } catch (SQLException e) {
            throw DatabaseErrors.failed(tools.dialect(), "look for the session that stopped", e);
        }
    }

    /** Returns the script whose statement stopped: as it was kept, else the file if it is that. */
    private Optional<Script> asItRan(PreparedStep step, JournalRun run) {
        Optional<Script> now = step.script();
        if (now.filter(script -> script.checksum().tokens().equals(run.checksum())).isPresent()) {
            return now;
        }
        return run.script()
                .flatMap(StoredText::text)
                .flatMap(
                        text ->
                                now.map(
                                        script ->
                                                Script.of(
                                                        text,
                                                        script.file(),
                                                        tools.dialect().lexicon())));
    }

    private static Optional<Statement> statement(Script script, int ordinal) {
        try (StatementReader statements = script.statements()) {
            Optional<Statement> found = Optional.empty();
            for (int number = 1; number <= ordinal; number++) {
                found = DoneStatements.nextSent(statements);
            }
            return found;
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script that stopped half way: " + e.getMessage(),
                            SourceLocation.of(script.file().shown())),
                    e);
        }
    }

    private boolean wasEdited(PreparedStep step, Stretch stretch) {
        Optional<Statement> now =
                step.script().flatMap(script -> statement(script, stretch.first()));
        if (now.isEmpty()) {
            return true;
        }
        return !StatementDigest.of(now.get().text(), tools.dialect().lexicon())
                .equals(stretch.checksum());
    }

    private PreparedStep askCatalog(
            PreparedStep step, JournalRun run, Stretch stretch, Script script, HeadSet rows) {
        CatalogQuestion question = new CatalogQuestion(session, tools, settings, rows);
        if (stretch.progress() == Progress.FAILED) {
            // The server refused it and said so; only what it left behind is of interest.
            question.clearAway(script, stretch.first());
            return step;
        }
        return switch (question.ask(script, stretch.first())) {
            case DID_NOT, CHANGES_NOTHING -> step;
            case TOOK_EFFECT -> tookEffect(step, run, stretch);
            // What is left of it was made up for while asking, so PARTLY never comes back.
            case PARTLY, UNKNOWN -> throw words.unsettled(run, stretch);
        };
    }

    private PreparedStep tookEffect(PreparedStep step, JournalRun run, Stretch stretch) {
        Stretch done = stretch.done(settings.clock().instant());
        JournalRun settled = run.with(done);
        new DoneStatements(settled, step.script().orElseThrow(), tools.dialect().lexicon())
                .refuseEdits();
        tools.journal().note(run.number(), done);
        return step.resuming(settled);
    }
}
