package dev.limbeck.error;

import java.util.Comparator;
import java.util.Optional;

/**
 * One finding about the user's input.
 *
 * @param severity how much it matters
 * @param code the stable code, with a page in docs/errors
 * @param message what is wrong, one sentence without a full stop
 * @param where the place in the user's file, where there is one
 * @param hint what to do about it
 * @param difference a text as it was and as it is, line by line, where that is what is wrong
 */
public record Diagnostic(
        Severity severity,
        ErrorCode code,
        String message,
        Optional<SourceLocation> where,
        Optional<String> hint,
        Optional<String> difference) {

    /** Makes one without a difference. */
    public Diagnostic(
            Severity severity,
            ErrorCode code,
            String message,
            Optional<SourceLocation> where,
            Optional<String> hint) {
        this(severity, code, message, where, hint, Optional.empty());
    }

    /** The order of files, lines and columns; what has no place comes first. */
    public static final Comparator<Diagnostic> BY_PLACE =
            Comparator.comparing(
                            (Diagnostic finding) ->
                                    finding.where()
                                            .map(where -> where.file().toString())
                                            .orElse(""))
                    .thenComparingInt(
                            finding -> finding.where().map(SourceLocation::line).orElse(0))
                    .thenComparingInt(
                            finding -> finding.where().map(SourceLocation::column).orElse(0));

    /** Returns an error at a place. */
    public static Diagnostic error(ErrorCode code, String message, SourceLocation where) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.of(where), Optional.empty());
    }

    /** Returns an error that has no place in a file. */
    public static Diagnostic error(ErrorCode code, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.empty(), Optional.empty());
    }

    /** Returns a warning at a place. */
    public static Diagnostic warning(ErrorCode code, String message, SourceLocation where) {
        return new Diagnostic(
                Severity.WARNING, code, message, Optional.of(where), Optional.empty());
    }

    /** Returns a warning that has no place in a file. */
    public static Diagnostic warning(ErrorCode code, String message) {
        return new Diagnostic(Severity.WARNING, code, message, Optional.empty(), Optional.empty());
    }

    /** Returns a piece of information at a place. */
    public static Diagnostic info(ErrorCode code, String message, SourceLocation where) {
        return new Diagnostic(Severity.INFO, code, message, Optional.of(where), Optional.empty());
    }

    /** Returns a piece of information that has no place in a file. */
    public static Diagnostic info(ErrorCode code, String message) {
        return new Diagnostic(Severity.INFO, code, message, Optional.empty(), Optional.empty());
    }

    /** Returns this finding, mattering more or less. */
    public Diagnostic withSeverity(Severity other) {
        return new Diagnostic(other, code, message, where, hint, difference);
    }

    /** Returns this finding in other words. */
    public Diagnostic withMessage(String other) {
        return new Diagnostic(severity, code, other, where, hint, difference);
    }

    /** Returns this finding with advice attached. */
    public Diagnostic withHint(String hint) {
        return new Diagnostic(severity, code, message, where, Optional.of(hint), difference);
    }

    /** Returns this finding with the lines in which two texts differ. */
    public Diagnostic withDifference(Optional<String> lines) {
        return new Diagnostic(severity, code, message, where, hint, lines);
    }
}
