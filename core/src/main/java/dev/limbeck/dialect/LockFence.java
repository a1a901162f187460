package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Stands between a run that lost its lock without noticing and the ledger: each transaction that
 * writes the ledger asks it first.
 */
@FunctionalInterface
public interface LockFence {
    /**
     * Throws {@code LOCK_LOST} unless the lock is still held.
     *
     * @param work the connection that is about to write, with a transaction open
     */
    void check(Connection work) throws SQLException;
}
