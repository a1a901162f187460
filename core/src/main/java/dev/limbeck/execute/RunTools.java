package dev.limbeck.execute;

import dev.limbeck.dialect.SessionState;
import java.sql.Connection;
import java.time.Clock;

/**
 * What every way of running a step works with.
 *
 * @param connection in auto-commit mode between steps
 * @param state what the session was set to before the first step
 * @param sender sends scripts
 * @param recorder writes the ledger
 * @param errors words what the server refuses
 * @param clock tells the time for the history
 */
record RunTools(
        Connection connection,
        SessionState state,
        ScriptSender sender,
        StepRecorder recorder,
        StatementErrors errors,
        Clock clock) {}
