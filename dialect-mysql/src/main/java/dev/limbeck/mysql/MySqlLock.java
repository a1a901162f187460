package dev.limbeck.mysql;

import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A lock by name of the work connection's own session, {@code GET_LOCK}. It survives commits, and
 * so the DDL that commits on its own.
 */
final class MySqlLock implements MigrationLock {
    private final Connection work;
    private final String name;

    MySqlLock(Connection work, LockKey key) {
        this.work = work;
        this.name = key.name();
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // Taken twice it would have to be given back twice.
        return isHeld() || ask("SELECT GET_LOCK(?, 0)");
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask("SELECT IS_USED_LOCK(?) = CONNECTION_ID()");
    }

    /**
     * Without the privilege {@code PROCESS} the list of sessions shows only the user's own; of
     * another's there is the number alone. No view tells when a session began.
     */
    @Override
    public Optional<LockHolder> holder() throws SQLException {
        try (PreparedStatement question =
                work.prepareStatement(
                        "SELECT l.id, p.user, p.host, a.attr_value"
                                + " FROM (SELECT IS_USED_LOCK(?) AS id) l"
                                + " LEFT JOIN information_schema.processlist p ON p.id = l.id"
                                + " LEFT JOIN performance_schema.session_account_connect_attrs a"
                                + " ON a.processlist_id = l.id AND a.attr_name = 'program_name'"
                                + " WHERE l.id IS NOT NULL")) {
            question.setString(1, name);
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
                                Optional.empty()));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (!work.isClosed() && isHeld()) {
            ask("SELECT RELEASE_LOCK(?)");
        }
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement statement = work.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
