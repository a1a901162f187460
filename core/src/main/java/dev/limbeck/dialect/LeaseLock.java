package dev.limbeck.dialect;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock for databases whose sessions can't hold one: a row with an expiry, which its holder moves
 * on while it lives.
 *
 * <p>A holder that dies leaves the row; once it has expired, anybody takes it. A holder that was
 * merely asleep must not go on then: each winner gets the next <em>fencing token</em>, and each
 * transaction that writes the ledger reads the row for update and finds its own token there, or
 * writes nothing. Whoever takes the lease waits for such a transaction to end, and reads the heads
 * after it.
 *
 * <p>All times are the server's, so clocks of clients may differ. The heartbeat has a connection
 * and a thread of its own; every table access is a short transaction.
 */
public final class LeaseLock implements MigrationLock {
    private final LeaseTable table;
    private final ConnectionSource further;
    private final LockKey key;
    private final String owner;
    private final Duration length;
    private final ReentrantLock access = new ReentrantLock();
    private @Nullable Connection connection;
    private @Nullable Thread heart;
    private volatile long token;
    private volatile boolean beating;
    private boolean tableSeen;

    /**
     * Makes a lock.
     *
     * @param table the leases, as the database writes them
     * @param further opens the connection of the heartbeat
     * @param owner who asks for it, for others to read
     * @param length how long a lease lasts that is not renewed; it is renewed after a third of that
     */
    public LeaseLock(
            LeaseTable table,
            ConnectionSource further,
            LockKey key,
            String owner,
            Duration length) {
        this.table = table;
        this.further = further;
        this.key = key;
        this.owner = owner;
        this.length = length;
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (isHeld()) {
            return true;
        }
        access.lock();
        try {
            Connection own = open();
            ensureRow(own);
            long now = now(own);
            long next = token(own) + 1;
            try (PreparedStatement take =
                    own.prepareStatement(
                            "UPDATE "
                                    + table.name()
                                    + " SET token = ?, owner = ?, since = ?, expires = ?"
                                    + " WHERE lock_key = ? AND token = ? AND expires <= ?")) {
                take.setLong(1, next);
                take.setString(2, owner);
                take.setLong(3, now);
                take.setLong(4, now + length.toMillis());
                take.setString(5, key.name());
                take.setLong(6, next - 1);
                take.setLong(7, now);
                if (take.executeUpdate() != 1) {
                    return false;
                }
            }
            token = next;
            beat();
            return true;
        } finally {
            access.unlock();
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = further.open();
            open.setAutoCommit(true);
            connection = open;
        }
        return open;
    }

    private void ensureTable(Connection own) throws SQLException {
        if (!tableSeen) {
            table.create(own);
            tableSeen = true;
        }
    }

    private void ensureRow(Connection own) throws SQLException {
        ensureTable(own);
        try (PreparedStatement question =
                own.prepareStatement("SELECT 1 FROM " + table.name() + " WHERE lock_key = ?")) {
            question.setString(1, key.name());
            try (ResultSet row = question.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement insert =
                own.prepareStatement(
                        "INSERT INTO "
                                + table.name()
                                + " (lock_key, token, owner, since, expires)"
                                + " VALUES (?, 0, NULL, 0, 0)")) {
            insert.setString(1, key.name());
            insert.executeUpdate();
        } catch (SQLException e) {
            // Somebody was faster: then the row is there.
            if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
                throw e;
            }
        }
    }

    private long now(Connection own) throws SQLException {
        try (Statement question = own.createStatement();
                ResultSet row = question.executeQuery(table.clock())) {
            row.next();
            return row.getLong(1);
        }
    }

    private long token(Connection own) throws SQLException {
        try (PreparedStatement question =
                own.prepareStatement("SELECT token FROM " + table.name() + " WHERE lock_key = ?")) {
            question.setString(1, key.name());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Renews the lease again and again, until it is given back or lost. */
    private void beat() {
        beating = true;
        Thread thread =
                new Thread(
                        () -> {
                            while (beating && slept(length.dividedBy(3))) {
                                beating = beating && renewed();
                            }
                        },
                        "limbeck-lease");
        thread.setDaemon(true);
        thread.start();
        heart = thread;
    }

    private static boolean slept(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean renewed() {
        access.lock();
        try {
            Connection own = open();
            long now = now(own);
            try (PreparedStatement renew =
                    own.prepareStatement(
                            "UPDATE "
                                    + table.name()
                                    + " SET expires = ? WHERE lock_key = ? AND token = ?")) {
                renew.setLong(1, now + length.toMillis());
                renew.setString(2, key.name());
                renew.setLong(3, token);
                return renew.executeUpdate() == 1;
            }
        } catch (SQLException | RuntimeException e) {
            // Another beat may get through; if none does, the fence stops the run.
            return true;
        } finally {
            access.unlock();
        }
    }

    @Override
    public boolean isHeld() throws SQLException {
        if (token == 0) {
            return false;
        }
        access.lock();
        try {
            Connection own = open();
            try (PreparedStatement question =
                    own.prepareStatement(
                            "SELECT 1 FROM "
                                    + table.name()
                                    + " WHERE lock_key = ? AND token = ? AND expires > ?")) {
                question.setString(1, key.name());
                question.setLong(2, token);
                question.setLong(3, now(own));
                try (ResultSet row = question.executeQuery()) {
                    return row.next();
                }
            }
        } finally {
            access.unlock();
        }
    }

    @Override
    public Optional<LockFence> fence() {
        return Optional.of(this::check);
    }

    /** Keeps the row locked to the end of the transaction, so that nobody takes it meanwhile. */
    private void check(Connection work) throws SQLException {
        try (PreparedStatement question =
                work.prepareStatement(
                        "SELECT token FROM " + table.name() + " WHERE lock_key = ? FOR UPDATE")) {
            question.setString(1, key.name());
            try (ResultSet row = question.executeQuery()) {
                if (token == 0 || !row.next() || row.getLong(1) != token) {
                    throw new DatabaseException(
                            Diagnostic.error(
                                            ErrorCode.LOCK_LOST,
                                            "the migration lock was lost while the run was at work:"
                                                    + " its lease ran out and another run took it")
                                    .withHint(
                                            "look with 'limbeck status', then run the command"
                                                    + " again"),
                            null);
                }
            }
        }
    }

    @Override
    public Optional<LockHolder> holder() throws SQLException {
        access.lock();
        try {
            Connection own = open();
            ensureTable(own);
            try (PreparedStatement question =
                    own.prepareStatement(
                            "SELECT token, owner, since FROM "
                                    + table.name()
                                    + " WHERE lock_key = ? AND expires > ?")) {
                question.setString(1, key.name());
                question.setLong(2, now(own));
                try (ResultSet row = question.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new LockHolder(
                                            row.getString(1),
                                            Optional.ofNullable(row.getString(2)),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(Instant.ofEpochMilli(row.getLong(3)))))
                            : Optional.empty();
                }
            }
        } finally {
            access.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        beating = false;
        Thread thread = heart;
        if (thread != null) {
            thread.interrupt();
        }
        access.lock();
        try (Connection own = connection) {
            connection = null;
            if (own != null && !own.isClosed() && token > 0) {
                giveBack(own);
            }
            token = 0;
        } finally {
            access.unlock();
        }
    }

    private void giveBack(Connection own) throws SQLException {
        try (PreparedStatement give =
                own.prepareStatement(
                        "UPDATE "
                                + table.name()
                                + " SET expires = 0 WHERE lock_key = ? AND token = ?")) {
            give.setString(1, key.name());
            give.setLong(2, token);
            give.executeUpdate();
        }
    }
}
