package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.script.WrittenRevision;
import java.util.List;

/**
 * What autogenerate wrote.
 *
 * @param revisions the revisions, the lowest first; none where nothing differs
 * @param changes what they change, in order; with several dialects those of the first that has any
 * @param notices what was not read, is not certain, or can hurt
 */
public record AutogenerateReport(
        List<WrittenRevision> revisions, List<ChangeReport> changes, List<Diagnostic> notices) {
    public AutogenerateReport {
        revisions = List.copyOf(revisions);
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }
}
