package dev.limbeck.execute;

import dev.limbeck.error.StatementFailedException;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import java.sql.SQLException;

/**
 * Runs a script's statements one by one, each committed, and records the step in a small
 * transaction of its own afterwards.
 *
 * <p>A script that stops half way leaves an event in the history, which keeps the next run from
 * starting it again. A first statement that is refused has left nothing behind and leaves no event,
 * unless it is one that may have done part of its work.
 */
final class StatementByStatementRunner implements StepRunner {
    private final RunTools tools;

    StatementByStatementRunner(RunTools tools) {
        this.tools = tools;
    }

    @Override
    public void run(PreparedStep step) throws SQLException {
        StepRecorder.Entry entry = tools.recorder().entry(step);
        Stopwatch watch = Stopwatch.start(tools.clock());
        ScriptProgress progress = new ScriptProgress();
        try {
            if (step.script().isPresent()) {
                tools.limited().apply(step.script().get());
            }
            tools.sender()
                    .send(step, progress, new PatientDelivery(tools.limited(), tools.retry()));
            tools.state().restore();
            inTransaction(step, () -> tools.recorder().done(entry, watch));
        } catch (StatementFailure failure) {
            StatementFailedException told = tools.errors().outsideTransaction(step, failure);
            boolean partly = StatementNature.mayStopHalfWay(failure.statement());
            leaveEvent(entry, watch, progress, partly, failure.text().text(), told);
            throw told;
        } catch (SQLException | RuntimeException e) {
            leaveEvent(entry, watch, progress, false, "", e);
            throw e;
        }
    }

    private void leaveEvent(
            StepRecorder.Entry entry,
            Stopwatch watch,
            ScriptProgress progress,
            boolean partly,
            String text,
            Exception told) {
        try {
            Transaction.rollBack(tools.connection());
            tools.state().restore();
            if (progress.done() > 0 || partly) {
                Failure failure =
                        new Failure(
                                progress.done() + 1,
                                text,
                                String.valueOf(told.getMessage()),
                                Outcome.HALF_DONE);
                inTransaction(entry.step(), () -> tools.recorder().failed(entry, watch, failure));
            }
        } catch (SQLException | RuntimeException e) {
            told.addSuppressed(e);
        }
    }

    private void inTransaction(PreparedStep step, Transaction.Work writes) throws SQLException {
        Transaction.run(tools.connection(), writes, error -> tools.errors().atCommit(step, error));
    }
}
