package dev.limbeck.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Brackets work on a connection that is in auto-commit mode before and after. */
final class Transaction {
    private Transaction() {}

    /**
     * What happens inside a transaction.
     *
     * @param <X> what it throws besides
     */
    @FunctionalInterface
    interface Work<X extends Exception> {
        void run() throws SQLException, X;
    }

    /**
     * Runs work and commits it; rolls it back where it throws, and adds what goes wrong with that
     * to the work's own exception.
     *
     * @param refused makes the exception of a commit that the server refuses
     */
    static <X extends Exception> void run(
            Connection connection, Work<X> work, Function<SQLException, RuntimeException> refused)
            throws SQLException, X {
        connection.setAutoCommit(false);
        try {
            work.run();
            commit(connection, refused);
        } catch (Throwable e) {
            try {
                rollBack(connection);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private static void commit(
            Connection connection, Function<SQLException, RuntimeException> refused) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw refused.apply(e);
        }
    }

    /** Ends whatever transaction is open, one that a script opened by itself too. */
    static void rollBack(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
