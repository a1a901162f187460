package dev.limbeck.error;

import org.jspecify.annotations.Nullable;

/** No connection, no lock, or a ledger that is not as expected; no user statement is to blame. */
public final class DatabaseException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(Diagnostic diagnostic) {
        super(diagnostic, null);
    }

    public DatabaseException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(diagnostic, cause);
    }
}
