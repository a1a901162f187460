package dev.limbeck.dialect;

import dev.limbeck.config.Secrets;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;

/** Tells of errors that no statement of a user's script is to blame for. */
public final class DatabaseErrors {
    private DatabaseErrors() {}

    /**
     * Returns what the user is told.
     *
     * @param action what was attempted, after «can't», for example {@code read the version table}
     */
    public static DatabaseException failed(Dialect dialect, String action, SQLException error) {
        ServerError said = dialect.describe(error);
        Diagnostic diagnostic =
                Diagnostic.error(
                        said.kind() == ServerError.Kind.CONNECTION
                                ? ErrorCode.CONNECTION_FAILED
                                : ErrorCode.LEDGER_UNUSABLE,
                        "can't " + action + ": " + said.message());
        return new DatabaseException(
                said.hint().map(diagnostic::withHint).orElse(diagnostic), error);
    }

    /** Returns what the user is told while it is not known yet which database it is. */
    public static DatabaseException unknown(String action, SQLException error) {
        return new DatabaseException(
                Diagnostic.error(
                        ErrorCode.CONNECTION_FAILED,
                        "can't "
                                + action
                                + ": "
                                + Secrets.mask(String.valueOf(error.getMessage()))),
                error);
    }
}
