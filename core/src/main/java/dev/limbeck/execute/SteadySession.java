package dev.limbeck.execute;

import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes sure that a connection leads to one session of the server, and not to whichever session a
 * proxy has free for each transaction: a lock taken there belongs to somebody else a moment later.
 *
 * <p>Two answers that differ prove such a proxy. A quiet one gives the same session again and
 * again, as long as nobody else wants it; so where something in between is suspected, somebody else
 * does.
 */
public final class SteadySession {
    private final Connection work;
    private final ConnectionSource further;
    private final Dialect dialect;

    private SteadySession(Connection work, ConnectionSource further, Dialect dialect) {
        this.work = work;
        this.further = further;
        this.dialect = dialect;
    }

    /** What stands between a program and its database. */
    public enum Route {
        /** Nothing, as far as can be told. */
        DIRECT,
        /** Something that keeps a session for a connection. */
        PROXY
    }

    /**
     * Returns what is between; throws where it hands out another session for each transaction.
     *
     * @param session in auto-commit mode
     * @param further opens more connections the same way
     */
    public static Route check(DatabaseSession session, ConnectionSource further) {
        try {
            return new SteadySession(session.connection(), further, session.dialect()).check();
        } catch (SQLException e) {
            throw DatabaseErrors.failed(session.dialect(), "ask for the number of the session", e);
        }
    }

    private Route check() throws SQLException {
        String first = dialect.session(work);
        if (!first.equals(dialect.session(work))) {
            throw pooled();
        }
        Optional<String> announced = dialect.announcedSession(work);
        if (announced.isEmpty() || announced.get().equals(first)) {
            return Route.DIRECT;
        }
        compete(first);
        return Route.PROXY;
    }

    /** Wants a session at the same time, and keeps it while the first connection is asked again. */
    private void compete(String first) throws SQLException {
        try (Connection other = further.open()) {
            boolean autoCommit = other.getAutoCommit();
            other.setAutoCommit(false);
            if (heldBy(other).equals(first) || !dialect.session(work).equals(first)) {
                throw pooled();
            }
            other.rollback();
            other.setAutoCommit(autoCommit);
        }
    }

    /** Returns the session of a transaction; where there can be none, not even that is kept. */
    private String heldBy(Connection other) {
        try {
            return dialect.session(other);
        } catch (SQLException noTransactions) {
            DatabaseException refusal = pooled();
            refusal.addSuppressed(noTransactions);
            throw refusal;
        }
    }

    /** Returns the refusal of a proxy that takes sessions away. */
    static DatabaseException pooled() {
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.POOLING_PROXY,
                                "a proxy between here and the database hands out another session"
                                        + " for each transaction")
                        .withHint(
                                "a lock and a setting would belong to somebody else a moment later:"
                                        + " connect to the server itself, or to a pool that keeps"
                                        + " one session for a connection (session pooling)"));
    }
}
