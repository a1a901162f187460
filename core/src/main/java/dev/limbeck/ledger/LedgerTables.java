package dev.limbeck.ledger;

import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockFence;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What the tables of a ledger have in common: whether they are there, and how they are written. */
final class LedgerTables {
    private final Connection connection;
    private final Dialect dialect;
    private final LedgerNames names;
    private Optional<LockFence> fence = Optional.empty();

    LedgerTables(Connection connection, Dialect dialect, LedgerNames names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
    }

    /** A piece of work that talks to the server. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    /** Returns a table's name with its schema, for messages. */
    String shown(String table) {
        return names.qualified(table);
    }

    /** From now on writes only while a lock is still held. */
    void guard(Optional<LockFence> by) {
        this.fence = by;
    }

    /** Makes a table where it is absent; returns whether it was. */
    boolean create(String table, String statement) {
        if (exists(table)) {
            return false;
        }
        return write(
                "create " + shown(table),
                () -> {
                    try (Statement sender = connection.createStatement()) {
                        sender.execute(statement);
                        return true;
                    }
                });
    }

    /** Reads; says what could not be done where the server refuses. */
    <R> R read(String action, Work<R> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw unusable(action, e);
        }
    }

    /**
     * Writes, in the transaction that is open if one is. Where a fence guards the ledger, it is
     * checked in the same transaction as the write.
     */
    <R> R write(String action, Work<R> work) {
        try {
            return fence.isPresent() ? fenced(fence.get(), work) : work.run();
        } catch (SQLException e) {
            throw unusable(action, e);
        }
    }

    private <R> R fenced(LockFence guard, Work<R> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            guard.check(connection);
            return work.run();
        }
        connection.setAutoCommit(false);
        try {
            guard.check(connection);
            R result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    DatabaseException unusable(String action, SQLException e) {
        return DatabaseErrors.failed(dialect, action, e);
    }

    /** Refuses what a newer version of the tool wrote. */
    void refuseNewer(String table, long format) {
        if (format > Ledger.FORMAT) {
            throw new DatabaseException(
                    Diagnostic.error(
                                    ErrorCode.LEDGER_TOO_NEW,
                                    shown(table)
                                            + " was written by a newer version of Limbeck: its"
                                            + " format is "
                                            + format
                                            + ", this version knows formats up to "
                                            + Ledger.FORMAT)
                            .withHint("use the newer version for this database"));
        }
    }

    boolean exists(String table) {
        return read("look for " + shown(table), () -> find(table));
    }

    private boolean find(String table) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        boolean catalogs = LedgerNames.schemasAreCatalogs(connection);
        String schema = names.schema().orElseThrow();
        String escape = metaData.getSearchStringEscape();
        try (ResultSet tables =
                metaData.getTables(
                        catalogs ? schema : connection.getCatalog(),
                        catalogs ? null : escaped(schema, escape),
                        escaped(table, escape),
                        null)) {
            while (tables.next()) {
                // Some drivers list indexes too, and some read the pattern loosely.
                String kind = Optional.ofNullable(tables.getString("TABLE_TYPE")).orElse("");
                if (table.equals(tables.getString("TABLE_NAME"))
                        && (catalogs || schema.equals(tables.getString("TABLE_SCHEM")))
                        && !kind.contains("INDEX")
                        && !kind.contains("SEQUENCE")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String escaped(String name, String escape) {
        return name.replace(escape, escape + escape)
                .replace("_", escape + "_")
                .replace("%", escape + "%");
    }
}
