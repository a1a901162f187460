package dev.limbeck.foreign;

import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * What was read.
 *
 * @param revisions in the order in which they run
 * @param findings what was not taken over, what was taken over in another form, what to decide
 */
public record ForeignFolder(List<ForeignRevision> revisions, List<Diagnostic> findings) {
    public ForeignFolder {
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
    }
}
