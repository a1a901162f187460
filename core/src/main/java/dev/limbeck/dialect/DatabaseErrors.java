package dev.limbeck.dialect;

import dev.limbeck.config.Secrets;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;

/** Tells of errors that no statement of a user's script is to blame for. */
public final class DatabaseErrors {
    private DatabaseErrors() {}

    /**
     * Returns what the user is told.
     *
     * @param action what was attempted, after «can't», for example {@code read the version table}
     */
    public static DatabaseException failed(Dialect dialect, String action, SQLException error) {
        return failed(dialect, ErrorCode.LEDGER_UNUSABLE, Optional.empty(), action, error);
    }

    /**
     * Returns what the user is told where the database's schema can't be read.
     *
     * @param action what was attempted, after «can't»
     */
    public static DatabaseException unreadable(Dialect dialect, String action, SQLException error) {
        String hint =
                "ask as a user who may read the catalog; 'limbeck doctor' shows who is asking";
        return failed(dialect, ErrorCode.CATALOG_UNREADABLE, Optional.of(hint), action, error);
    }

    private static DatabaseException failed(
            Dialect dialect,
            ErrorCode code,
            Optional<String> usualHint,
            String action,
            SQLException error) {
        ServerError said = dialect.describe(error);
        boolean lost = said.kind() == ServerError.Kind.CONNECTION;
        Diagnostic diagnostic =
                Diagnostic.error(
                        lost ? ErrorCode.CONNECTION_FAILED : code,
                        "can't " + action + ": " + said.message());
        Optional<String> hint = said.hint().or(() -> lost ? Optional.empty() : usualHint);
        return new DatabaseException(hint.map(diagnostic::withHint).orElse(diagnostic), error);
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
