package dev.limbeck.dialect;

import dev.limbeck.config.StoredLogin;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is peculiar to one database. Implementations are stateless and registered for {@code
 * ServiceLoader}.
 */
public interface Dialect {
    /** Returns the name used in file names, configuration and messages, for example {@code h2}. */
    String id();

    /**
     * Returns every name its script variants may bear; a database with close relatives has one for
     * each.
     */
    default List<String> names() {
        return List.of(id());
    }

    /**
     * Returns the dialect names whose script variants serve this database, the most specific first;
     * a general file comes after all of them. A dialect that serves close relatives tells them
     * apart here.
     */
    default List<String> variants(DatabaseProduct product) {
        return List.of(id());
    }

    /** Returns whether a JDBC URL looks like this database's, without connecting. */
    boolean acceptsUrl(String url);

    /** Returns a JDBC URL as this database's usually look, for messages and new projects. */
    String exampleUrl();

    /**
     * Returns a JDBC URL in which a relative file has become an absolute one, seen from a folder.
     */
    default String resolveUrl(String url, Path folder) {
        return url;
    }

    /**
     * Returns the driver's properties by which others see in the server who is connected; what the
     * URL says goes before them.
     */
    default Map<String, String> introduction() {
        return Map.of();
    }

    /**
     * Returns the login that this database's own clients keep for a person, where the driver does
     * not look for it by itself; it counts only where no password is configured.
     *
     * @param home the person's home folder
     */
    default Optional<StoredLogin> storedLogin(Path home) throws IOException {
        return Optional.empty();
    }

    /** Returns whether this dialect serves a connected server. */
    boolean accepts(DatabaseProduct product);

    /**
     * Returns the server that is presumed where none is asked, as for a script that is only
     * written: the newest that is known.
     *
     * @param url the JDBC URL that is configured
     */
    DatabaseProduct presumed(String url);

    /**
     * Returns the server that is presumed where only a name is given.
     *
     * @param name one of its {@link #names()}
     */
    default DatabaseProduct presumedOf(String name) {
        return presumed(exampleUrl());
    }

    /** Returns how text is cut into tokens and statements. */
    SqlLexicon lexicon();

    /** Returns what its statements may look like, for checks before a script runs. */
    default SyntaxProfile syntax() {
        return SyntaxProfile.UNKNOWN;
    }

    /** Returns how names are written. */
    Identifiers identifiers();

    /** Returns what a server of this version can do. */
    Set<Capability> capabilities(DatabaseProduct product);

    /** Returns the type for a kind of ledger column. */
    String ledgerType(LedgerType type);

    /**
     * Returns the lock of a key.
     *
     * @param work the connection the scripts will run on; in auto-commit mode while no script runs
     * @param further opens more connections to the same database, where the lock needs its own
     */
    MigrationLock lock(Connection work, ConnectionSource further, LockKey key) throws SQLException;

    /**
     * Returns why a statement can't run inside a transaction, or empty where it can. Nobody asks
     * without {@link Capability#TRANSACTIONAL_DDL}.
     *
     * @param statement its tokens, white space and comments left out
     */
    default Optional<TransactionRefusal> refusesTransaction(
            List<SqlToken> statement, DatabaseProduct product) {
        return Optional.empty();
    }

    /**
     * Returns what can be found out about a statement that was cut off.
     *
     * @param statement its tokens, white space and comments left out
     */
    default Recovery recovery(List<SqlToken> statement, DatabaseProduct product) {
        boolean rollsBack =
                capabilities(product).contains(Capability.TRANSACTIONAL_DDL)
                        && refusesTransaction(statement, product).isEmpty();
        return Recovery.usual(statement, rollsBack);
    }

    /**
     * Takes a server's error apart.
     *
     * @param sent the text that was sent to the server; empty where no statement was
     */
    ServerError describe(SQLException error, String sent);

    /**
     * Returns whether an error means that the database is just passing from one process to another,
     * so that a new connection will soon find it; only where one of its clients serves the others.
     *
     * @param url the URL that was connected to
     */
    default boolean changesHands(String url, SQLException error) {
        return false;
    }

    /** Takes an error apart that no statement of a script led to. */
    default ServerError describe(SQLException error) {
        return describe(error, "");
    }

    /** Returns the name that a server does not know, where that is what it complains of. */
    default Optional<MissingName> missingName(SQLException error) {
        return Optional.empty();
    }

    /**
     * Returns the loader of data inside scripts; empty without {@link Capability#INLINE_COPY_DATA}.
     */
    default Optional<InlineDataLoader> inlineDataLoader() {
        return Optional.empty();
    }

    /**
     * Returns the server's number of the session behind a connection. Two answers that differ mean
     * that a proxy in between hands out other sessions.
     */
    String session(Connection connection) throws SQLException;

    /** Returns the sessions of the server; unless overridden it tells nothing of other ones. */
    default ServerSessions sessions(Connection connection) throws SQLException {
        return new ServerSessions() {
            @Override
            public String own() throws SQLException {
                return session(connection);
            }

            @Override
            public Optional<String> working(String key) {
                return Optional.empty();
            }
        };
    }

    /**
     * Returns the number of the session as the driver was told it at log-in; where {@link #session}
     * says another, something stands in between. Empty where the driver does not keep it.
     */
    default Optional<String> announcedSession(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * Remembers what a session is set to, so that what a script sets reaches neither the ledger's
     * statements nor the next script.
     */
    default SessionState remember(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return () -> connection.setSchema(schema);
    }

    /** Returns the statements that set limits for a session. */
    List<String> limit(SessionLimits limits);

    /**
     * Returns the statements that let a session wait no longer than a time for a lock where neither
     * the server nor the user has set a limit; none where the server's own is short.
     */
    default List<String> limitUnlessSet(Duration lockTimeout) {
        return List.of();
    }

    /**
     * Returns whether the driver has to cancel statements whose time is up, since the server has no
     * limit for that which a session could set.
     */
    default boolean driverLimitsStatements() {
        return false;
    }

    /**
     * Looks at what a statement left behind that the server took: there are servers that keep a
     * program which does not compile, and don't call that an error.
     *
     * @param sent the text that was sent to the server
     * @throws SQLException where something is wrong with it; {@link #describe} takes that apart
     */
    default void confirm(Connection connection, String sent) throws SQLException {}

    /**
     * Brings what was committed so far to where it outlives the server's process, ahead of what is
     * committed next. Unless overridden it does nothing, as befits a server whose log keeps commits
     * in their order.
     *
     * @param connection in auto-commit mode
     */
    default void checkpoint(Connection connection) throws SQLException {}

    /**
     * Returns whether a statement waits for others without holding anybody up meanwhile, so that
     * the short limit for locks would only make it fail.
     *
     * @param statement its text
     */
    default boolean waitsHarmlessly(String statement) {
        return false;
    }

    /** Returns how a script is written for the database's own command-line client. */
    OfflineStyle offlineStyle();

    /**
     * Returns the names of tables that this dialect keeps for itself beside the ledger's; no
     * comparison of schemas shows them.
     */
    default Set<String> ownTables() {
        return Set.of();
    }

    /**
     * Returns what it knows of schemas; empty for a dialect that only runs scripts, whose users get
     * a refusal from whatever compares schemas.
     */
    default Optional<SchemaSupport> schemas(DatabaseProduct product) {
        return Optional.empty();
    }
}
