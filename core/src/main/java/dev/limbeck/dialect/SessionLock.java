package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A lock of the work connection's own session, on a server that has functions for such locks.
 *
 * <p>It needs neither a second connection nor an open transaction.
 */
public final class SessionLock implements MigrationLock {
    private final Connection work;
    private final Object key;
    private final Questions questions;

    /**
     * What is asked of the server; each takes the lock's key.
     *
     * @param acquire takes the lock if it is free, and says whether it did
     * @param held says whether this session has it
     * @param holder gives one row where a session has it: the session's id, user, host, program and
     *     start, NULL where they are not known
     * @param release gives it back
     */
    public record Questions(String acquire, String held, String holder, String release) {}

    /**
     * Makes a lock.
     *
     * @param key what the server knows the lock by, as its driver takes it
     */
    public SessionLock(Connection work, Object key, Questions questions) {
        this.work = work;
        this.key = key;
        this.questions = questions;
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // Taken twice it would have to be given back twice.
        return isHeld() || ask(questions.acquire());
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask(questions.held());
    }

    @Override
    public Optional<LockHolder> holder() throws SQLException {
        try (PreparedStatement question = work.prepareStatement(questions.holder())) {
            question.setObject(1, key);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(holder(row)) : Optional.empty();
            }
        }
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        return new LockHolder(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public void close() throws SQLException {
        if (!work.isClosed() && isHeld()) {
            ask(questions.release());
        }
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement statement = work.prepareStatement(question)) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
