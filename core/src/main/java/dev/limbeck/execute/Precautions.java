package dev.limbeck.execute;

import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.report.MovementReport;

/**
 * What keeps a run from doing harm.
 *
 * @param limits how long its statements may wait and run
 * @param lockRetries how often what got no lock, or lost against another session, is tried again
 * @param dataLoss what becomes of scripts that delete data
 * @param beforeFirstStep runs under the lock, before anything is changed
 */
public record Precautions(
        SessionLimits limits, int lockRetries, DataLoss dataLoss, BeforeFirstStep beforeFirstStep) {
    /** The server's limits, no second attempt, nothing refused, nothing run before. */
    public static final Precautions NONE =
            new Precautions(SessionLimits.NONE, 0, DataLoss.ALLOWED, plan -> {});

    /** What becomes of scripts that delete data. */
    public enum DataLoss {
        /** They run like any other. */
        ALLOWED,
        /** They are told of, for a plan that is only shown. */
        TOLD,
        /** They are refused, and with them the whole run. */
        REFUSED
    }

    /** What a user wants done before a run changes anything, a backup for instance. */
    @FunctionalInterface
    public interface BeforeFirstStep {
        /** Does it; what it throws stops the run. */
        void run(MovementReport plan);
    }
}
