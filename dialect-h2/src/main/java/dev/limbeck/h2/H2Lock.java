package dev.limbeck.h2;

import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.h2.text.H2Identifiers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A row that a connection of its own keeps locked in an open transaction.
 *
 * <p>H2 has no locks for applications to use, but a row lock serves: it ends with its session, it
 * works in one process and through the server alike, and since the work connection never touches
 * the table, its DDL (which commits) neither waits for the lock nor gives it back. The holder
 * writes into the row who it is; nobody ever commits that, and whoever asks reads it uncommitted.
 */
final class H2Lock implements MigrationLock {
    static final String TABLE = "LIMBECK_LOCK";

    private static final Set<Integer> SOMEBODY_WAS_FASTER =
            Set.of(
                    ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1,
                    ErrorCode.DUPLICATE_KEY_1,
                    ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.CONCURRENT_UPDATE_1);

    private final ConnectionSource further;
    private final LockKey key;
    private final String table;
    private @Nullable Connection connection;
    private int isolationBefore = Connection.TRANSACTION_READ_COMMITTED;
    private boolean won;

    private H2Lock(ConnectionSource further, LockKey key) {
        this.further = further;
        this.key = key;
        this.table =
                H2Identifiers.INSTANCE.quote(key.schema())
                        + "."
                        + H2Identifiers.INSTANCE.quote(TABLE);
    }

    static MigrationLock of(Connection work, ConnectionSource further, LockKey key)
            throws SQLException {
        return work.getMetaData().getURL().equals(H2Url.PRIVATE)
                ? new PrivateDatabaseLock(work)
                : new H2Lock(further, key);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (isHeld()) {
            return true;
        }
        Connection own = open();
        try {
            return ensureRow(own) && tryRow(own);
        } catch (SQLException e) {
            // Somebody is just making tables or opening the file; whoever waits asks again.
            if (mayPass(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean mayPass(SQLException e) {
        return e.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1
                || e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                || H2Errors.changesHands(e.getErrorCode(), String.valueOf(e.getMessage()));
    }

    private boolean tryRow(Connection own) throws SQLException {
        own.setAutoCommit(false);
        try {
            won = lockRow(own);
        } catch (SQLException e) {
            try {
                endTransaction(own);
            } catch (SQLException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
        if (!won) {
            endTransaction(own);
        }
        return won;
    }

    private static void endTransaction(Connection own) throws SQLException {
        own.rollback();
        own.setAutoCommit(true);
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = further.open();
            connection = open;
            open.setAutoCommit(true);
            isolationBefore = open.getTransactionIsolation();
            open.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        }
        return open;
    }

    /** Makes table and row where they are absent; false where somebody else's DDL is in the way. */
    private boolean ensureRow(Connection own) throws SQLException {
        try {
            if (!hasTable(own)) {
                createTable(own);
            }
            if (!hasRow(own)) {
                insertRow(own);
            }
            return true;
        } catch (SQLException e) {
            if (SOMEBODY_WAS_FASTER.contains(e.getErrorCode())) {
                return hasTable(own) && hasRow(own);
            }
            throw e;
        }
    }

    private void createTable(Connection own) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS "
                            + table
                            + " (lock_key varchar(64) PRIMARY KEY, session_id varchar(64),"
                            + " user_name varchar(256), host varchar(256),"
                            + " application varchar(256), since timestamp(6) with time zone)");
        }
    }

    private void insertRow(Connection own) throws SQLException {
        try (PreparedStatement insert =
                own.prepareStatement("INSERT INTO " + table + " (lock_key) VALUES (?)")) {
            insert.setString(1, key.name());
            insert.executeUpdate();
        }
    }

    private boolean hasTable(Connection own) throws SQLException {
        try (PreparedStatement question =
                own.prepareStatement(
                        "SELECT 1 FROM INFORMATION_SCHEMA.TABLES"
                                + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")) {
            question.setString(1, key.schema());
            question.setString(2, TABLE);
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean hasRow(Connection own) throws SQLException {
        try (PreparedStatement question =
                own.prepareStatement("SELECT 1 FROM " + table + " WHERE lock_key = ?")) {
            question.setString(1, key.name());
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean lockRow(Connection own) throws SQLException {
        try (PreparedStatement lock =
                own.prepareStatement(
                        "SELECT 1 FROM " + table + " WHERE lock_key = ? FOR UPDATE SKIP LOCKED")) {
            lock.setString(1, key.name());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
            }
        }
        try (PreparedStatement sign =
                own.prepareStatement(
                        "UPDATE "
                                + table
                                + " SET session_id = SESSION_ID(), user_name = CURRENT_USER,"
                                + " host = ?, application = ?, since = CURRENT_TIMESTAMP"
                                + " WHERE lock_key = ?")) {
            sign.setString(1, thisMachine());
            sign.setString(2, "process " + ProcessHandle.current().pid());
            sign.setString(3, key.name());
            sign.executeUpdate();
        }
        return true;
    }

    private static String thisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public boolean isHeld() throws SQLException {
        Connection own = connection;
        return won && own != null && !own.isClosed() && own.isValid(0) && hasRow(own);
    }

    @Override
    public Optional<LockHolder> holder() throws SQLException {
        try {
            return ask(open());
        } catch (SQLException e) {
            if (mayPass(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<LockHolder> ask(Connection own) throws SQLException {
        if (!hasTable(own)) {
            return Optional.empty();
        }
        try (PreparedStatement question =
                own.prepareStatement(
                        "SELECT session_id, user_name, host, application, since FROM "
                                + table
                                + " WHERE lock_key = ? AND session_id IS NOT NULL")) {
            question.setString(1, key.name());
            try (ResultSet row = question.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new LockHolder(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        Connection own = connection;
        connection = null;
        won = false;
        if (own == null || own.isClosed()) {
            return;
        }
        try (own) {
            if (!own.getAutoCommit()) {
                endTransaction(own);
            }
            own.setTransactionIsolation(isolationBefore);
        }
    }

    /**
     * The lock of an unnamed in-memory database: it has one connection for all its life, so nobody
     * else could take it.
     */
    private static final class PrivateDatabaseLock implements MigrationLock {
        private final Connection work;
        private boolean won;

        PrivateDatabaseLock(Connection work) {
            this.work = work;
        }

        @Override
        public boolean tryAcquire() throws SQLException {
            won = !work.isClosed();
            return won;
        }

        @Override
        public boolean isHeld() throws SQLException {
            return won && !work.isClosed();
        }

        @Override
        public Optional<LockHolder> holder() {
            return Optional.empty();
        }

        @Override
        public void close() {
            won = false;
        }
    }
}
