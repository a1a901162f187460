package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session whose waits have an end while a run lasts; afterwards it is as it was.
 *
 * <p>Where nobody says how long to wait for a lock it is a few seconds: whoever waits for a table
 * holds up all who come after.
 */
final class LimitedSession implements AutoCloseable {
    private static final SessionLimits UNLIMITED_LOCKS =
            new SessionLimits(Optional.of(Duration.ZERO), Optional.empty());

    private final Connection connection;
    private final Dialect dialect;
    private final SessionLimits asked;
    private final SessionState before;
    private Duration timeOfDriver = Duration.ZERO;

    private LimitedSession(
            Connection connection, Dialect dialect, SessionLimits asked, SessionState before) {
        this.connection = connection;
        this.dialect = dialect;
        this.asked = asked;
        this.before = before;
    }

    /**
     * Sets the limits of a run.
     *
     * @param asked what the user asked for
     */
    static LimitedSession begin(Connection connection, Dialect dialect, SessionLimits asked)
            throws SQLException {
        LimitedSession session =
                new LimitedSession(connection, dialect, asked, dialect.remember(connection));
        if (asked.lockTimeout().isEmpty()) {
            session.run(dialect.limitUnlessSet(SessionLimits.SHORT_LOCK_TIMEOUT));
        }
        session.limit(asked);
        session.limitDriver(asked);
        return session;
    }

    /** Sets what a script asks for itself; lasts until the session's state is restored. */
    void apply(Script script) throws SQLException {
        limit(of(script));
        limitDriver(asked.under(of(script)));
    }

    /** Sets limits; refuses those that this database doesn't have. */
    private void limit(SessionLimits limits) throws SQLException {
        if (!limits.equals(SessionLimits.NONE)) {
            Set<Capability> capabilities = dialect.capabilities(DatabaseProduct.of(connection));
            require(limits.lockTimeout(), capabilities, Capability.LOCK_TIMEOUT, "wait for locks");
            require(limits.statementTimeout(), capabilities, Capability.STATEMENT_TIMEOUT, "run");
        }
        run(dialect.limit(limits));
    }

    /** No limit at all is what a database without limits has anyway. */
    private void require(
            Optional<Duration> limit,
            Set<Capability> capabilities,
            Capability needed,
            String what) {
        boolean limited = limit.filter(time -> !time.isZero()).isPresent();
        if (limited && !capabilities.contains(needed)) {
            String option = needed == Capability.LOCK_TIMEOUT ? "lock" : "statement";
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.LIMIT_NOT_SUPPORTED,
                                    "the dialect '"
                                            + dialect.id()
                                            + "' can't limit how long statements "
                                            + what)
                            .withHint(
                                    "leave out --"
                                            + option
                                            + "-timeout, and what says the same in limbeck.toml"
                                            + " and in the script"));
        }
    }

    private void limitDriver(SessionLimits limits) {
        if (dialect.driverLimitsStatements()) {
            timeOfDriver = limits.statementTimeout().orElse(Duration.ZERO);
        }
    }

    /**
     * Returns after how many seconds the driver has to cancel a statement; 0: it hasn't to, as
     * where the server keeps the time itself.
     */
    int secondsOfDriver() {
        return (int) Math.min(Integer.MAX_VALUE, timeOfDriver.plusMillis(999).toSeconds());
    }

    private static SessionLimits of(Script script) {
        return new SessionLimits(script.lockTimeout(), script.statementTimeout());
    }

    /** Returns whether nobody said how long a script may wait for locks. */
    private boolean isPresumed(Script script) {
        return asked.under(of(script)).lockTimeout().isEmpty();
    }

    /** What is done while a limit is lifted. */
    interface Work<E extends Exception> {
        void run() throws SQLException, E;
    }

    /**
     * Sends a statement, one that waits without harm as long as it takes: to build an index beside
     * running work means to wait for that work to end.
     */
    <E extends Exception> void send(Script script, String statement, Work<E> sending)
            throws SQLException, E {
        if (!isPresumed(script) || !dialect.waitsHarmlessly(statement)) {
            sending.run();
            return;
        }
        SessionState limited = dialect.remember(connection);
        run(dialect.limit(UNLIMITED_LOCKS));
        sending.run();
        limited.restore();
    }

    private void run(List<String> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            before.restore();
        }
    }
}
