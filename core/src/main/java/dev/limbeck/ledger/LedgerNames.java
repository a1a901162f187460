package dev.limbeck.ledger;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.Identifiers;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The names of the ledger tables in one database, always quoted.
 *
 * <p>A configured name of small letters, digits and underscores means what it would mean without
 * quotes, so that a person can type it; any other means exactly itself. SQLAlchemy reads names the
 * same way, which is what takes over a table that Alembic made.
 */
final class LedgerNames {
    static final String VERSION_COLUMN = "version_num";

    private static final String HISTORY_TABLE = "limbeck_history";
    private static final String JOURNAL_TABLE = "limbeck_journal";
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Identifiers identifiers;
    private final UnaryOperator<String> fold;
    private final Optional<String> schema;
    private final String versionTable;

    private LedgerNames(
            Identifiers identifiers,
            UnaryOperator<String> fold,
            Optional<String> schema,
            String versionTable) {
        this.identifiers = identifiers;
        this.fold = fold;
        this.schema = schema;
        this.versionTable = versionTable;
    }

    /** Returns the names as far as they are known without a connection. */
    static LedgerNames offline(LedgerConfig config, Identifiers identifiers) {
        UnaryOperator<String> fold = foldingPlainNames(identifiers::fold);
        return new LedgerNames(
                identifiers, fold, config.schema().map(fold), fold.apply(config.versionTable()));
    }

    /**
     * Returns the names in a database. The schema is settled here, once: a script may change what
     * an unqualified name means.
     */
    static LedgerNames in(Connection connection, LedgerConfig config, Identifiers identifiers)
            throws SQLException {
        // Asked from the driver, since some servers fold as their settings say.
        DatabaseMetaData metaData = connection.getMetaData();
        UnaryOperator<String> fold =
                foldingPlainNames(
                        metaData.storesUpperCaseIdentifiers()
                                ? name -> name.toUpperCase(Locale.ROOT)
                                : UnaryOperator.identity());
        Optional<String> schema =
                config.schema().isPresent()
                        ? config.schema().map(fold)
                        : Optional.ofNullable(defaultSchema(connection));
        return new LedgerNames(identifiers, fold, schema, fold.apply(config.versionTable()));
    }

    private static @org.jspecify.annotations.Nullable String defaultSchema(Connection connection)
            throws SQLException {
        return schemasAreCatalogs(connection) ? connection.getCatalog() : connection.getSchema();
    }

    /** Returns whether what users call a schema is a catalog in the words of JDBC. */
    static boolean schemasAreCatalogs(Connection connection) throws SQLException {
        return !connection.getMetaData().supportsSchemasInTableDefinitions();
    }

    private static UnaryOperator<String> foldingPlainNames(UnaryOperator<String> fold) {
        return name -> PLAIN.matcher(name).matches() ? fold.apply(name) : name;
    }

    /** Returns the schema's name as the catalog has it. */
    Optional<String> schema() {
        return schema;
    }

    /** Returns the version table's name as the catalog has it. */
    String versionTable() {
        return versionTable;
    }

    /** Returns the history table's name as the catalog has it. */
    String historyTable() {
        return fold.apply(HISTORY_TABLE);
    }

    /** Returns the journal table's name as the catalog has it. */
    String journalTable() {
        return fold.apply(JOURNAL_TABLE);
    }

    /** Returns a table's name as it stands in a statement, with its schema. */
    String qualified(String table) {
        String quoted = identifiers.quote(table);
        return schema.map(name -> identifiers.quote(name) + "." + quoted).orElse(quoted);
    }

    /** Returns a column's name as it stands in a statement. */
    String column(String name) {
        return identifiers.quote(fold.apply(name));
    }

    /** Returns the name of a table's primary key as it stands in a statement. */
    String primaryKey(String table) {
        return identifiers.quote(table + fold.apply("_pkc"));
    }
}
