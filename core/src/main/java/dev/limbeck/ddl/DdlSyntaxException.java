package dev.limbeck.ddl;

import dev.limbeck.error.Diagnostic;

/** Ends the reading of a statement that isn't understood; becomes a finding. */
public final class DdlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final transient Diagnostic diagnostic;

    /**
     * Makes one.
     *
     * @param offset the place, from the start of the statement
     * @param diagnostic what is wrong
     */
    public DdlSyntaxException(int offset, Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.offset = offset;
        this.diagnostic = diagnostic;
    }

    /** Returns what was found and where. */
    public DdlFinding finding() {
        return new DdlFinding(offset, diagnostic);
    }
}
