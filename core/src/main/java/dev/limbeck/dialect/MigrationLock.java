package dev.limbeck.dialect;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A lock that belongs to a database session and dies with it. Not thread-safe.
 *
 * <p>It never waits inside the server: whoever wants to wait asks again.
 */
public interface MigrationLock extends AutoCloseable {
    /** Takes the lock if it is free; true when this session holds it afterwards. */
    boolean tryAcquire() throws SQLException;

    /** Returns whether this session still holds the lock, asked from the server. */
    boolean isHeld() throws SQLException;

    /** Returns who holds it, where the server can tell. */
    Optional<LockHolder> holder() throws SQLException;

    /**
     * Returns what each transaction that writes the ledger has to ask first; empty where the lock
     * and the connection that writes are one session, so that neither outlives the other.
     */
    default Optional<LockFence> fence() {
        return Optional.empty();
    }

    /** Gives the lock back; does nothing when it is not held. */
    @Override
    void close() throws SQLException;
}
