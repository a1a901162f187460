package dev.limbeck.mysql;

import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.SessionLock;
import java.sql.Connection;

/**
 * A lock by name of the work connection's own session, {@code GET_LOCK}. It survives commits, and
 * so the DDL that commits on its own.
 *
 * <p>Without the privilege {@code PROCESS} the list of sessions shows only the user's own; of
 * another's there is the number alone. No view tells when a session began.
 */
final class MySqlLock {
    private static final SessionLock.Questions QUESTIONS =
            new SessionLock.Questions(
                    "SELECT GET_LOCK(?, 0)",
                    "SELECT IS_USED_LOCK(?) = CONNECTION_ID()",
                    "SELECT l.id, p.user, p.host, a.attr_value, NULL"
                            + " FROM (SELECT IS_USED_LOCK(?) AS id) l"
                            + " LEFT JOIN information_schema.processlist p ON p.id = l.id"
                            + " LEFT JOIN performance_schema.session_account_connect_attrs a"
                            + " ON a.processlist_id = l.id AND a.attr_name = 'program_name'"
                            + " WHERE l.id IS NOT NULL",
                    "SELECT RELEASE_LOCK(?)");

    private MySqlLock() {}

    static MigrationLock of(Connection work, LockKey key) {
        return new SessionLock(work, key.name(), QUESTIONS);
    }
}
