package dev.limbeck.execute;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.config.Secrets;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SpellingProbe;
import dev.limbeck.dialect.SpellingSettlement;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * One connection to a database, what is known about the server, and the ledger it holds.
 *
 * <p>Not thread-safe. Closing it gives the connection back as it was.
 */
public final class DatabaseSession implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommitBefore;
    private final Dialect dialect;
    private final DatabaseProduct product;
    private final Ledger ledger;
    private final String url;
    private final String user;

    private DatabaseSession(Connection connection, Dialects dialects, LedgerConfig config)
            throws SQLException {
        this.connection = connection;
        this.product = DatabaseProduct.of(connection);
        this.dialect = dialects.byProduct(product);
        this.url = Secrets.maskUrl(String.valueOf(connection.getMetaData().getURL()));
        this.user = String.valueOf(connection.getMetaData().getUserName());
        this.autoCommitBefore = connection.getAutoCommit();
        connection.setAutoCommit(true);
        this.ledger = Ledger.open(connection, dialect, config);
    }

    /** Opens a session. */
    public static DatabaseSession open(
            Connections connections, Dialects dialects, LedgerConfig config) {
        Connection connection = connections.open();
        try {
            return new DatabaseSession(connection, dialects, config);
        } catch (SQLException e) {
            RuntimeException told = DatabaseErrors.unknown("look at the server", e);
            close(connection, told);
            throw told;
        } catch (RuntimeException e) {
            close(connection, e);
            throw e;
        }
    }

    private static void close(Connection connection, RuntimeException told) {
        try {
            connection.close();
        } catch (SQLException e) {
            told.addSuppressed(e);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns what the server says it is. */
    public DatabaseProduct product() {
        return product;
    }

    /** Returns the dialect names whose scripts serve this database, the most specific first. */
    public List<String> variants() {
        return dialect.variants(product);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Returns the database's URL without passwords, for messages. */
    public String url() {
        return url;
    }

    /** Returns the database user. */
    public String user() {
        return user;
    }

    /**
     * Returns what a dialect knows of schemas, with what this server's settings add to it.
     *
     * @param support what is known of the server by its version alone
     */
    public SchemaSupport settled(SchemaSupport support) {
        try {
            return support.on(connection);
        } catch (SQLException e) {
            throw DatabaseErrors.unreadable(dialect, "ask for the server's settings", e);
        }
    }

    /**
     * Reads the objects that are there.
     *
     * @param support what the dialect knows of schemas on this server
     * @param filter which of them count
     */
    public Introspection introspect(SchemaSupport support, ObjectFilter filter) {
        try {
            return support.introspector(connection).read(filter);
        } catch (SQLException e) {
            throw DatabaseErrors.unreadable(dialect, "read the catalog", e);
        }
    }

    /**
     * Asks the server about texts that stand in the same place of two schemas and differ; empty
     * where it can't be asked without a trace.
     *
     * @param itsOwn the schema of this database, in normal form
     * @param other another one, in normal form
     */
    public Optional<SpellingSettlement> settle(SchemaSupport support, Schema itsOwn, Schema other) {
        Optional<SpellingProbe> probe = support.spellingProbe(connection);
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SpellingSettlement.of(itsOwn, other, probe.get()));
        } catch (SQLException e) {
            throw DatabaseErrors.unreadable(dialect, "ask the server for its spelling", e);
        }
    }

    /**
     * Returns what the server calls the connection's default schema; some servers take schemas for
     * catalogs, and tell only of those.
     */
    public String defaultSchema() {
        try {
            String schema = connection.getSchema();
            String name = schema == null ? connection.getCatalog() : schema;
            return name == null ? "" : name;
        } catch (SQLException e) {
            throw DatabaseErrors.unreadable(dialect, "ask for the default schema", e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.setAutoCommit(autoCommitBefore);
            }
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "give the connection back", e);
        }
    }
}
