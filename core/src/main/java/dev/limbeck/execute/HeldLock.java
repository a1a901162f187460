package dev.limbeck.execute;

import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** The lock of a run, which asks from step to step whether it is still its own. */
final class HeldLock {
    private final MigrationLock lock;
    private final Connection connection;
    private final Dialect dialect;
    private final String session;

    private HeldLock(MigrationLock lock, Connection connection, Dialect dialect, String session) {
        this.lock = lock;
        this.connection = connection;
        this.dialect = dialect;
        this.session = session;
    }

    /** Returns a lock that was just taken. */
    static HeldLock of(MigrationLock lock, Connection connection, Dialect dialect)
            throws SQLException {
        return new HeldLock(lock, connection, dialect, dialect.session(connection));
    }

    /** Throws where somebody else may have taken it meanwhile. */
    void assure() {
        try {
            if (lock.isHeld()) {
                return;
            }
            if (!dialect.session(connection).equals(session)) {
                throw SteadySession.pooled();
            }
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "ask for the migration lock", e);
        }
        throw new DatabaseException(
                Diagnostic.error(
                                ErrorCode.LOCK_LOST,
                                "this run has lost the migration lock, and another may have it")
                        .withHint(
                                "what is done is recorded; see who took the lock away, and run the"
                                        + " same command again"));
    }
}
