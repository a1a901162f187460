package dev.limbeck.execute;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Runs a script, the change of rows and the history's row in one transaction. A step that fails is
 * rolled back as a whole; that it was tried is recorded in a transaction of its own afterwards.
 */
final class TransactionalRunner implements StepRunner {
    private final RunTools tools;

    TransactionalRunner(RunTools tools) {
        this.tools = tools;
    }

    @Override
    public void run(PreparedStep step) throws SQLException {
        StepRecorder.Entry entry = tools.recorder().entry(step);
        int attempt = 1;
        while (!isDone(step, entry, attempt)) {
            attempt++;
        }
    }

    /**
     * Tries once; returns false where it was rolled back for a reason that may be gone by now.
     * Nothing of it is left then.
     */
    private boolean isDone(PreparedStep step, StepRecorder.Entry entry, int attempt)
            throws SQLException {
        Stopwatch watch = Stopwatch.start(tools.clock());
        ScriptProgress progress = new ScriptProgress();
        try {
            Transaction.run(
                    tools.connection(),
                    () -> {
                        send(step, progress);
                        tools.state().restore();
                        tools.recorder().done(entry, watch);
                    },
                    error -> tools.errors().atCommit(step, error));
            return true;
        } catch (LimbeckException told) {
            if (told.getCause() instanceof SQLException refused
                    && tools.retry().again(refused, attempt)) {
                return false;
            }
            leaveEvent(entry, watch, progress, told);
            throw told;
        }
    }

    private void send(PreparedStep step, ScriptProgress progress) throws SQLException {
        if (step.script().isPresent()) {
            tools.limited().apply(step.script().get());
        }
        try {
            tools.sender().send(step, progress);
        } catch (StatementFailure failure) {
            if (tools.cancellation().isRequested()) {
                throw Cancellation.interrupted(Optional.of(failure.error()));
            }
            throw tools.errors().rolledBack(step, failure);
        }
    }

    /** What goes wrong here, such as a connection that is gone, must not hide the failure. */
    private void leaveEvent(
            StepRecorder.Entry entry,
            Stopwatch watch,
            ScriptProgress progress,
            LimbeckException told) {
        Failure failure =
                new Failure(
                        progress.done() + 1,
                        told.statement().orElse(""),
                        String.valueOf(told.getMessage()),
                        Outcome.ROLLED_BACK);
        try {
            Transaction.run(
                    tools.connection(),
                    () -> tools.recorder().failed(entry, watch, failure),
                    error -> tools.errors().atCommit(entry.step(), error));
        } catch (SQLException | RuntimeException second) {
            told.addSuppressed(second);
        }
    }
}
