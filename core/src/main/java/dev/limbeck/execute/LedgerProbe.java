package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Tries out what a run will need of the database, and leaves nothing behind. */
public final class LedgerProbe {
    private final DatabaseSession session;
    private final ConnectionSource further;
    private final Connection connection;
    private final Dialect dialect;
    private final Ledger ledger;

    /**
     * Makes a probe.
     *
     * @param further opens connections beside the session's, for locks that need their own
     */
    public LedgerProbe(DatabaseSession session, ConnectionSource further) {
        this.session = session;
        this.further = further;
        this.connection = session.connection();
        this.dialect = session.dialect();
        this.ledger = session.ledger();
    }

    /**
     * Writes into the ledger and rolls it back; throws where the user has not the right. Returns
     * false where that can't be tried without leaving a table behind.
     */
    public boolean tryToWrite() {
        boolean rollsBack =
                dialect.capabilities(session.product()).contains(Capability.TRANSACTIONAL_DDL);
        if (!rollsBack && !ledger.hasVersionTable()) {
            return false;
        }
        try {
            connection.setAutoCommit(false);
            ledger.createVersionTable();
            ledger.change(new VersionChange.Insert(new RevisionId("limbeck_doctor")));
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "write " + ledger.versionTable(), e);
        } finally {
            rollBack();
        }
        return true;
    }

    private void rollBack() {
        try {
            Transaction.rollBack(connection);
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "roll back", e);
        }
    }

    /** Returns who holds the lock, empty where it is free; does not keep it. */
    public Optional<String> lockHolder() {
        try (MigrationLock lock = dialect.lock(connection, further, ledger.lockKey())) {
            return lock.tryAcquire()
                    ? Optional.empty()
                    : Optional.of(
                            lock.holder().map(LockHolder::describe).orElse("another session"));
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "take or give back the migration lock", e);
        }
    }
}
