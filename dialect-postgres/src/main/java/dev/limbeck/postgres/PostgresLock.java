package dev.limbeck.postgres;

import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.SessionLock;
import java.sql.Connection;

/**
 * An advisory lock of the work connection's own session.
 *
 * <p>It needs neither a second connection nor an open transaction. That matters: {@code CREATE
 * INDEX CONCURRENTLY} waits for every transaction that was open when it began, and would wait for
 * ever for one that waits for the lock.
 */
final class PostgresLock {
    /** A key of 64 bits stands in the view as two halves of 32, told from pairs by objsubid 1. */
    private static final String THIS_LOCK =
            """
            l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
                AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND (l.classid::bigint << 32) | l.objid::bigint = ?
            """;

    private static final SessionLock.Questions QUESTIONS =
            new SessionLock.Questions(
                    "SELECT pg_catalog.pg_try_advisory_lock(?)",
                    "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks l"
                            + " WHERE l.pid = pg_catalog.pg_backend_pid() AND "
                            + THIS_LOCK
                            + ")",
                    "SELECT l.pid, a.usename, coalesce(a.client_hostname, host(a.client_addr)),"
                            + " nullif(a.application_name, ''), a.backend_start"
                            + " FROM pg_catalog.pg_locks l"
                            + " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE "
                            + THIS_LOCK,
                    "SELECT pg_catalog.pg_advisory_unlock(?)");

    private PostgresLock() {}

    static MigrationLock of(Connection work, LockKey key) {
        return new SessionLock(work, key.number(), QUESTIONS);
    }
}
