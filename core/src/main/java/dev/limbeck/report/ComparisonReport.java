package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * What a comparison of two schemas found.
 *
 * @param changes what leads from one to the other, in an order in which it can run
 * @param sql the same as a script
 * @param notices what was not read, is not certain, or can hurt
 */
public record ComparisonReport(List<ChangeReport> changes, String sql, List<Diagnostic> notices) {
    public ComparisonReport {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }

    /** Returns whether both are equal. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
