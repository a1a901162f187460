package dev.limbeck.dialect;

import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
     * Returns the dialect names whose script variants serve this database, the most specific first;
     * a general file comes after all of them.
     */
    List<String> variants(DatabaseProduct product);

    /** Returns whether a JDBC URL looks like this database's, without connecting. */
    boolean acceptsUrl(String url);

    /**
     * Returns a JDBC URL in which a relative file has become an absolute one, seen from a folder.
     */
    default String resolveUrl(String url, Path folder) {
        return url;
    }

    /** Returns whether this dialect serves a connected server. */
    boolean accepts(DatabaseProduct product);

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
     * Returns why a statement can't run inside a transaction, or empty where it can.
     *
     * @param statement its tokens, white space and comments left out
     */
    Optional<String> refusesTransaction(List<SqlToken> statement, DatabaseProduct product);

    /** Takes a server's error apart. */
    ServerError describe(SQLException error);

    /**
     * Returns the loader of data inside scripts; empty without {@link Capability#INLINE_COPY_DATA}.
     */
    Optional<InlineDataLoader> inlineDataLoader();
}
