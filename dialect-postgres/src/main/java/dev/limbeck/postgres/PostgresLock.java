package dev.limbeck.postgres;

import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An advisory lock of the work connection's own session.
 *
 * <p>It needs neither a second connection nor an open transaction. That matters: {@code CREATE
 * INDEX CONCURRENTLY} waits for every transaction that was open when it began, and would wait for
 * ever for one that waits for the lock.
 */
final class PostgresLock implements MigrationLock {
    /** A key of 64 bits stands in the view as two halves of 32, told from pairs by objsubid 1. */
    private static final String THIS_LOCK =
            """
            l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
                AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND (l.classid::bigint << 32) | l.objid::bigint = ?
            """;

    private final Connection work;
    private final long key;

    PostgresLock(Connection work, LockKey key) {
        this.work = work;
        this.key = key.number();
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // Taken twice it would have to be given back twice.
        return isHeld() || ask("SELECT pg_catalog.pg_try_advisory_lock(?)");
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = pg_catalog.pg_backend_pid() AND "
                        + THIS_LOCK
                        + ")");
    }

    @Override
    public Optional<LockHolder> holder() throws SQLException {
        try (PreparedStatement question =
                work.prepareStatement(
                        "SELECT l.pid, a.usename,"
                                + " coalesce(a.client_hostname, host(a.client_addr)),"
                                + " nullif(a.application_name, ''), a.backend_start"
                                + " FROM pg_catalog.pg_locks l"
                                + " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE "
                                + THIS_LOCK)) {
            question.setLong(1, key);
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
        if (!work.isClosed() && isHeld()) {
            ask("SELECT pg_catalog.pg_advisory_unlock(?)");
        }
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement statement = work.prepareStatement(question)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
