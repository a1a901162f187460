package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for can't be planned. */
public final class PlanException extends LimbeckException {
    private static final long serialVersionUID = 1L;

    /** Makes one from all findings of a stage, the decisive one first. */
    public PlanException(List<Diagnostic> diagnostics) {
        super(diagnostics, null);
    }

    public PlanException(Diagnostic diagnostic) {
        super(List.of(diagnostic), null);
    }

    public PlanException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
