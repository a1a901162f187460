package dev.limbeck.tck;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a dialect's module tells the contract about its database.
 *
 * <p>The contract speaks plain SQL where all databases understand it. What it can't say in plain
 * SQL it asks for here; the statements may use a table {@code item (id integer, name
 * varchar(100))}.
 */
public interface DatabaseUnderTest {
    /** Returns the dialect, as {@code ServiceLoader} finds it. */
    Dialect dialect();

    /** Makes an empty database; the contract closes it. */
    TestDatabase newDatabase() throws SQLException;

    /** Ends the session behind a connection without the client's doing, as its death does. */
    default void kill(Connection victim) throws SQLException {
        victim.abort(Runnable::run);
    }

    /** Returns how many generated pairs of schemas are proved there and back. */
    default int pairs() {
        return Campaign.pairs(50);
    }

    /** Returns statements that the server runs, but never inside a transaction. */
    default List<String> outsideTransactions() {
        return List.of();
    }

    /** Returns the statement that drops an index of a table. */
    default String dropIndex(String index, String table) {
        return "DROP INDEX " + index;
    }

    /** Returns the name that a primary key really has where it is made under some name. */
    default String primaryKeyName(String written) {
        return written;
    }

    /** Returns statements that fail at a known place. */
    List<FailingStatement> failingStatements();

    /** Returns what a script may change of its session, and must not leave to the next one. */
    List<SessionChange> sessionChanges();

    /** Returns a query that takes far longer than a second. */
    String slowQuery();

    /** Returns whether the server tells one session what another one is doing. */
    default boolean tellsOfSessions() {
        return true;
    }

    /**
     * Returns a statement that takes data with it, of two columns into {@code item}; needed only
     * with the capability.
     */
    default String inlineDataStatement() {
        throw new UnsupportedOperationException("no data inside scripts");
    }

    /** Returns what generated schemas look like; empty for a dialect that only runs scripts. */
    default Optional<GeneratedSchemas> generatedSchemas() {
        return Optional.empty();
    }

    /**
     * A change to a session.
     *
     * @param statement what changes it
     * @param question a query whose answer the change changes
     */
    record SessionChange(String statement, String question) {}

    /**
     * A statement that fails.
     *
     * @param text its text, with the culprit between {@code «} and {@code »}
     */
    record FailingStatement(String text) {
        /** Returns the statement as it is sent. */
        public String sent() {
            return text.replace("«", "").replace("»", "");
        }

        /** Returns where the culprit stands. */
        public int offset() {
            return text.indexOf('«');
        }

        /** Returns the culprit. */
        public String culprit() {
            return text.substring(offset() + 1, text.indexOf('»'));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
