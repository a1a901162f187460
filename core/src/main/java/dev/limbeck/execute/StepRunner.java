package dev.limbeck.execute;

import java.sql.SQLException;

/** One way to run a step's script and to record it: the two belong together. */
interface StepRunner {
    /**
     * Runs a step to its end and records it. Where it can't, throws what the user is to be told;
     * clean-up that fails as well is added to that as suppressed.
     */
    void run(PreparedStep step) throws SQLException;
}
