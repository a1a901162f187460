package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configuration or the command's arguments are not usable. */
public final class ConfigException extends LimbeckException {
    private static final long serialVersionUID = 1L;

    /** Makes one from all findings of a stage, the decisive one first. */
    public ConfigException(List<Diagnostic> diagnostics) {
        super(diagnostics, null);
    }

    public ConfigException(Diagnostic diagnostic) {
        super(List.of(diagnostic), null);
    }

    public ConfigException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
