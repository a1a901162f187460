package dev.limbeck.execute;

import dev.limbeck.dialect.Recovery;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.script.Script;
import dev.limbeck.script.StatementDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Runs a script's statements one by one, journals each, and records the step in a small transaction
 * of its own afterwards.
 *
 * <p>A script that stops half way is finished by the next run that has it in its plan. A first
 * statement that is refused has left nothing behind and is forgotten, unless it is one that may
 * have done part of its work.
 */
final class JournaledRunner implements StepRunner {
    private final RunTools tools;

    JournaledRunner(RunTools tools) {
        this.tools = tools;
    }

    @Override
    public void run(PreparedStep step) throws SQLException {
        StepRecorder.Entry entry = tools.recorder().entry(step);
        Stopwatch watch = Stopwatch.start(tools.clock());
        Script script = step.script().orElseThrow();
        JournalKeeper keeper = keeper(step, script, entry, watch);
        int done = step.resumed().map(JournalRun::done).orElse(0);
        try {
            tools.limited().apply(script);
            new JournaledScript(tools, step, script, keeper).send(done);
            tools.state().restore();
            tools.checkpoint();
            inTransaction(
                    step,
                    () -> {
                        tools.recorder().done(entry, watch);
                        keeper.close();
                    });
        } catch (StatementFailure failure) {
            LimbeckException told = told(step, failure);
            leave(told, () -> failed(step, entry, watch, keeper, failure, told));
            throw told;
        } catch (SQLException | RuntimeException e) {
            leave(e, () -> {});
            throw e;
        }
    }

    private JournalKeeper keeper(
            PreparedStep step, Script script, StepRecorder.Entry entry, Stopwatch watch)
            throws SQLException {
        JournalRun run =
                step.resumed()
                        .orElseGet(
                                () ->
                                        new JournalRun(
                                                0,
                                                JournalRun.State.OPEN,
                                                step.revision().id().value(),
                                                step.direction(),
                                                step.statements(),
                                                script.checksum().tokens(),
                                                entry.script().text(),
                                                watch.startedAt(),
                                                List.of()));
        String session = tools.dialect().sessions(tools.connection()).own();
        return new JournalKeeper(tools.journal(), session, tools.clock(), run);
    }

    /** A statement that was cancelled because the run shall stop is no failure of the script. */
    private LimbeckException told(PreparedStep step, StatementFailure failure) {
        return tools.cancellation().isRequested()
                ? Cancellation.interrupted(Optional.of(failure.error()))
                : tools.errors().outsideTransaction(step, failure);
    }

    private void failed(
            PreparedStep step,
            StepRecorder.Entry entry,
            Stopwatch watch,
            JournalKeeper keeper,
            StatementFailure failure,
            LimbeckException told)
            throws SQLException {
        if (failure.ordinal() == 1 && leavesNothing(failure)) {
            keeper.forget();
            return;
        }
        String text = failure.statement().text();
        String error = String.valueOf(told.getMessage());
        inTransaction(
                step,
                () -> {
                    keeper.failed(
                            failure.ordinal(),
                            StatementDigest.of(
                                    failure.statement().text(), tools.dialect().lexicon()),
                            text,
                            error);
                    tools.recorder()
                            .failed(
                                    entry,
                                    watch,
                                    new Failure(failure.ordinal(), text, error, Outcome.HALF_DONE));
                });
    }

    /** Returns whether nothing of a statement that was refused can have stayed. */
    private boolean leavesNothing(StatementFailure failure) {
        Recovery kind = JournaledScript.kind(tools, failure.statement());
        boolean cutOff =
                tools.dialect().describe(failure.error()).kind() == ServerError.Kind.CONNECTION;
        return switch (kind) {
            case TRANSACTION, SESSION, REPEATABLE -> !cutOff;
            // Where DDL rolls back, what commits by itself works in several transactions.
            case CATALOG -> !cutOff && !tools.ddlRollsBack();
            case UNKNOWN -> false;
        };
    }

    /** What goes wrong here, such as a connection that is gone, must not hide the failure. */
    private void leave(Exception told, Transaction.Work<RuntimeException> note) {
        try {
            Transaction.rollBack(tools.connection());
            tools.state().restore();
            note.run();
        } catch (SQLException | RuntimeException second) {
            told.addSuppressed(second);
        }
    }

    private void inTransaction(PreparedStep step, Transaction.Work<RuntimeException> writes)
            throws SQLException {
        Transaction.run(tools.connection(), writes, error -> tools.errors().atCommit(step, error));
    }
}
