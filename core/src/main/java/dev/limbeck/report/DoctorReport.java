package dev.limbeck.report;

import dev.limbeck.error.LimbeckException;
import java.util.List;
import java.util.Optional;

/**
 * What a look at the whole set-up found, one line a question.
 *
 * @param unreachable why there is no connection, where there is none
 */
public record DoctorReport(List<Check> checks, Optional<LimbeckException> unreachable) {
    public DoctorReport {
        checks = List.copyOf(checks);
    }

    /** How a check ended. */
    public enum Outcome {
        OK,
        WARNING,
        FAILED,
        SKIPPED
    }

    /**
     * One question and its answer.
     *
     * @param name what was asked, for example {@code connection}
     * @param outcome how it ended
     * @param answer the finding, one line
     * @param advice what to do about it
     */
    public record Check(String name, Outcome outcome, String answer, Optional<String> advice) {}
}
