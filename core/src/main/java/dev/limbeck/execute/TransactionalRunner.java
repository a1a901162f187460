package dev.limbeck.execute;

import java.sql.SQLException;

/** Runs a script, the change of rows and the history's row in one transaction. */
final class TransactionalRunner implements StepRunner {
    private final RunTools tools;

    TransactionalRunner(RunTools tools) {
        this.tools = tools;
    }

    @Override
    public void run(PreparedStep step) throws SQLException {
        StepRecorder.Entry entry = StepRecorder.entry(step);
        Stopwatch watch = Stopwatch.start(tools.clock());
        Transaction.run(
                tools.connection(),
                () -> {
                    try {
                        tools.sender().send(step, new ScriptProgress());
                    } catch (StatementFailure failure) {
                        throw tools.errors().rolledBack(step, failure);
                    }
                    tools.state().restore();
                    tools.recorder().done(entry, watch);
                },
                error -> tools.errors().atCommit(step, error));
    }
}
