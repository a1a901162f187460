package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.HeadSet;
import java.util.List;

/** What an upgrade, downgrade or stamp did, or would do. */
public record MovementReport(
        HeadSet from, HeadSet to, List<StepReport> steps, List<Diagnostic> notices) {
    public MovementReport {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }

    /** Returns the same report with other notices. */
    public MovementReport withNotices(List<Diagnostic> newNotices) {
        return new MovementReport(from, to, steps, newNotices);
    }
}
