package dev.limbeck.testing;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.LimbeckException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes diagnostics as golden files hold them. */
public final class Findings {
    private Findings() {}

    /** Returns every finding of an exception. */
    public static String of(LimbeckException exception) {
        return of(exception.diagnostics());
    }

    /** Returns findings, each with its place and hint below it. */
    public static String of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Findings::of).collect(Collectors.joining());
    }

    private static String of(Diagnostic diagnostic) {
        return diagnostic.severity().name().toLowerCase(Locale.ROOT)
                + "["
                + diagnostic.code().id()
                + "]: "
                + diagnostic.message()
                + "\n"
                + diagnostic.where().map(where -> "  --> " + where + "\n").orElse("")
                + diagnostic.hint().map(hint -> "  = hint: " + hint + "\n").orElse("");
    }
}
