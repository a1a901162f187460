package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.ledger.Journal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * What every way of running a step works with.
 *
 * @param connection in auto-commit mode between steps
 * @param state what the session was set to before the first step
 * @param sender sends scripts
 * @param recorder writes the ledger
 * @param limited the session's limits, set before {@code state} was remembered
 * @param retry decides whether to try again
 * @param errors words what the server refuses
 * @param clock tells the time for the history
 * @param dialect the database's dialect
 * @param product the server
 * @param journal which statements are done outside a transaction
 * @param cancellation whether the run shall stop
 */
record RunTools(
        Connection connection,
        SessionState state,
        ScriptSender sender,
        StepRecorder recorder,
        LimitedSession limited,
        ConflictRetry retry,
        StatementErrors errors,
        Clock clock,
        Dialect dialect,
        DatabaseProduct product,
        Journal journal,
        Cancellation cancellation) {
    /** Sees to it that nothing which is committed from here on outlives what was before. */
    void checkpoint() throws SQLException {
        dialect.checkpoint(connection);
    }

    /** Returns whether DDL can be rolled back, so that only what commits by itself stays. */
    boolean ddlRollsBack() {
        return dialect.capabilities(product).contains(Capability.TRANSACTIONAL_DDL);
    }
}
