package dev.limbeck.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database, the lock or the ledger refused. */
public abstract sealed class ExecutionException extends LimbeckException
        permits StatementFailedException, UnfinishedRevisionException, DatabaseException {
    private static final long serialVersionUID = 1L;

    ExecutionException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(List.of(diagnostic), cause);
    }
}
