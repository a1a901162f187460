package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema can't be read, compared or written. */
public final class SchemaException extends LimbeckException {
    private static final long serialVersionUID = 1L;

    /** Makes one from all findings of a stage, the decisive one first. */
    public SchemaException(List<Diagnostic> diagnostics) {
        super(diagnostics, null);
    }

    public SchemaException(Diagnostic diagnostic) {
        super(List.of(diagnostic), null);
    }

    public SchemaException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
