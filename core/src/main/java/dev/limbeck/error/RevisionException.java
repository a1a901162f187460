package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revision graph, or a name in it, is not usable. */
public final class RevisionException extends LimbeckException {
    private static final long serialVersionUID = 1L;

    /** Makes one from all findings of a stage, the decisive one first. */
    public RevisionException(List<Diagnostic> diagnostics) {
        super(diagnostics, null);
    }

    public RevisionException(Diagnostic diagnostic) {
        super(List.of(diagnostic), null);
    }

    public RevisionException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
