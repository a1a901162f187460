package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migration file is not usable. */
public final class ScriptException extends LimbeckException {
    private static final long serialVersionUID = 1L;

    /** Makes one from all findings of a stage, the decisive one first. */
    public ScriptException(List<Diagnostic> diagnostics) {
        super(diagnostics, null);
    }

    public ScriptException(Diagnostic diagnostic) {
        super(List.of(diagnostic), null);
    }

    public ScriptException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
