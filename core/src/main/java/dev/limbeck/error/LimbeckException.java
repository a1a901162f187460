package dev.limbeck.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The root of everything Limbeck throws on purpose: a failure the user can act on. */
public abstract sealed class LimbeckException extends RuntimeException
        permits RevisionException,
                ScriptException,
                SchemaException,
                PlanException,
                ExecutionException,
                ConfigException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    LimbeckException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
        super(summary(diagnostics), cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    private static String summary(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalStateException("an exception needs a diagnostic");
        }
        Diagnostic first = diagnostics.get(0);
        String place = first.where().map(where -> " (" + where + ")").orElse("");
        String more = diagnostics.size() == 1 ? "" : " and " + (diagnostics.size() - 1) + " more";
        return first.code().id() + ": " + first.message() + place + more;
    }

    /** Returns every finding, the one that names the failure first. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns the code of the first finding. */
    public ErrorCode code() {
        return diagnostics.get(0).code();
    }

    /** Returns where in the user's files the failure lies. */
    public Optional<SourceLocation> where() {
        return diagnostics.get(0).where();
    }

    /** Returns the statement's text that failed, in this run or in the one before. */
    public Optional<String> statement() {
        return Optional.empty();
    }

    /** Returns what the user can do. */
    public Optional<String> hint() {
        return diagnostics.get(0).hint();
    }
}
