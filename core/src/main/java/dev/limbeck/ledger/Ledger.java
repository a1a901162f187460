package dev.limbeck.ledger;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.RevisionId;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the version table and {@code limbeck_history} over one connection.
 *
 * <p>Reading never makes a table: an absent one holds no rows. Writing takes part in whatever
 * transaction the connection has open.
 */
public final class Ledger implements LedgerWriter {
    /**
     * The number of this layout of the tables; a higher one in the history was written by a newer
     * tool.
     */
    public static final int FORMAT = 1;

    private static final List<HistoryColumn> DIGEST =
            List.of(
                    HistoryColumn.EVENT_NUMBER,
                    HistoryColumn.KIND,
                    HistoryColumn.REVISION,
                    HistoryColumn.DIRECTION,
                    HistoryColumn.HEADS,
                    HistoryColumn.CHECKSUM,
                    HistoryColumn.TOKEN_CHECKSUM,
                    HistoryColumn.STATEMENTS,
                    HistoryColumn.FAILED_STATEMENT,
                    HistoryColumn.ROLLED_BACK);

    private final Connection connection;
    private final Dialect dialect;
    private final LedgerNames names;
    private final LedgerStatements statements;

    private Ledger(Connection connection, Dialect dialect, LedgerNames names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
        this.statements = new LedgerStatements(names, dialect::ledgerType);
    }

    /** Returns the ledger of a database; touches no table yet. */
    public static Ledger open(Connection connection, Dialect dialect, LedgerConfig config)
            throws SQLException {
        refuseImpossible(dialect, config);
        LedgerNames names = LedgerNames.in(connection, config, dialect.identifiers());
        if (names.schema().isEmpty()) {
            throw new DatabaseException(
                    Diagnostic.error(
                                    ErrorCode.LEDGER_UNUSABLE,
                                    "the connection has no default schema, so it is not known where"
                                            + " the ledger tables live")
                            .withHint("name one as 'schema' in [ledger]"));
        }
        return new Ledger(connection, dialect, names);
    }

    private static void refuseImpossible(Dialect dialect, LedgerConfig config) {
        dialect.identifiers()
                .refuses(config.versionTable())
                .ifPresent(
                        reason -> {
                            throw new ConfigException(
                                    Diagnostic.error(
                                            ErrorCode.CONFIG_VALUE_INVALID,
                                            "version_table in [ledger]: " + reason));
                        });
    }

    /** Returns what the migration lock of this ledger protects. */
    public LockKey lockKey() {
        return new LockKey(names.schema().orElse(""), names.versionTable());
    }

    /** Returns the schema the tables live in, as the catalog names it. */
    public String schema() {
        return names.schema().orElse("");
    }

    /** Returns the names of the ledger's tables, as the catalog has them. */
    public Set<String> tables() {
        return Set.of(names.versionTable(), names.historyTable());
    }

    /** Returns the version table's name with its schema, as it stands in a statement. */
    public String versionTable() {
        return names.qualified(names.versionTable());
    }

    /** Returns the rows of the version table, none where it is absent. */
    public VersionRows rows() {
        try {
            if (!exists(names.versionTable())) {
                return VersionRows.of(List.of());
            }
            List<@Nullable String> values = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(statements.selectVersions())) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return VersionRows.of(values);
        } catch (SQLException e) {
            throw unusable("read " + versionTable(), e);
        }
    }

    /** Returns whether the version table is there. */
    public boolean hasVersionTable() {
        return exists("look for", names.versionTable());
    }

    /** Returns whether the history table is there. */
    public boolean hasHistoryTable() {
        return exists("look for", names.historyTable());
    }

    /** Makes the version table where it is absent; returns whether it was. */
    public boolean createVersionTable() {
        return create(names.versionTable(), statements.createVersionTable());
    }

    /** Makes the tables that are absent. */
    public void create() {
        createVersionTable();
        create(names.historyTable(), statements.createHistoryTable());
    }

    private boolean create(String table, String statement) {
        if (exists("look for", table)) {
            return false;
        }
        try (Statement sender = connection.createStatement()) {
            sender.execute(statement);
            return true;
        } catch (SQLException e) {
            throw unusable("create " + names.qualified(table), e);
        }
    }

    private boolean exists(String action, String table) {
        try {
            return exists(table);
        } catch (SQLException e) {
            throw unusable(action + " " + names.qualified(table), e);
        }
    }

    private boolean exists(String table) throws SQLException {
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

    /** Changes one row; throws {@code VERSION_ROWS_CHANGED} where not exactly one was there. */
    @Override
    public void change(VersionChange change) {
        try {
            int touched = send(change);
            if (touched != 1) {
                throw rowsChanged(
                        change, touched == 0 ? "no such row" : touched + " such rows", null);
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                throw rowsChanged(change, "there is such a row already", e);
            }
            throw unusable("change " + versionTable(), e);
        }
    }

    private int send(VersionChange change) throws SQLException {
        Optional<RevisionId> removed = change.removed();
        Optional<RevisionId> added = change.added();
        if (removed.isPresent() && added.isPresent()) {
            return update(
                    statements.updateVersion("?", "?"), added.get().value(), removed.get().value());
        }
        return added.isPresent()
                ? update(statements.insertVersion("?"), added.get().value())
                : update(statements.deleteVersion("?"), removed.orElseThrow().value());
    }

    private int update(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private DatabaseException rowsChanged(
            VersionChange change, String found, @Nullable SQLException cause) {
        String wanted =
                change.removed()
                        .map(id -> "row '" + id + "'")
                        .orElseGet(() -> "new row '" + change.added().orElseThrow() + "'");
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.VERSION_ROWS_CHANGED,
                                "the rows of "
                                        + versionTable()
                                        + " are not those the plan was made from: for "
                                        + wanted
                                        + " there is "
                                        + found)
                        .withHint("look with 'current', then run the command again"),
                cause);
    }

    /** Empties the version table, whatever stands in it. */
    public void deleteRows() {
        try {
            update(statements.deleteVersions());
        } catch (SQLException e) {
            throw unusable("empty " + versionTable(), e);
        }
    }

    @Override
    public void append(HistoryEvent event) {
        NavigableMap<HistoryColumn, Object> values =
                HistoryRow.of(names.versionTable(), event.numbered(last() + 1)).values();
        String sql =
                statements.insertEvent(values.keySet(), Collections.nCopies(values.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 0;
            for (Map.Entry<HistoryColumn, Object> entry : values.entrySet()) {
                bind(statement, ++index, entry.getKey(), entry.getValue());
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw unusable("write " + historyTable(), e);
        }
    }

    private static void bind(
            PreparedStatement statement, int index, HistoryColumn column, Object value)
            throws SQLException {
        switch (column.type()) {
            case REVISION, NAME, TEXT -> statement.setString(index, (String) value);
            case NUMBER -> statement.setLong(index, (Long) value);
            // A moment without zone, so that neither the driver's zone nor the session's comes in.
            case TIMESTAMP ->
                    statement.setObject(
                            index, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
        }
    }

    /** Returns the number of the last event; 0 where there is none. */
    public long lastNumber() {
        return hasHistoryTable() ? last() : 0;
    }

    private long last() {
        try (PreparedStatement statement =
                connection.prepareStatement(statements.selectLast("?"))) {
            statement.setString(1, names.versionTable());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                long number = row.getLong(1);
                long format = row.getLong(2);
                if (format > FORMAT) {
                    throw tooNew(format);
                }
                return number;
            }
        } catch (SQLException e) {
            throw unusable("read " + historyTable(), e);
        }
    }

    private DatabaseException tooNew(long format) {
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.LEDGER_TOO_NEW,
                                historyTable()
                                        + " was written by a newer version of Limbeck: its format is "
                                        + format
                                        + ", this version knows formats up to "
                                        + FORMAT)
                        .withHint("use the newer version for this database"));
    }

    /** Returns every event of this ledger, oldest first; none where there is no history. */
    public List<HistoryEvent> events() {
        return select(List.of(HistoryColumn.values())).stream().map(HistoryRow::event).toList();
    }

    /** Returns what the events add up to, without reading the scripts they keep. */
    public HistoryDigest digest() {
        return new HistoryDigest(select(DIGEST));
    }

    private List<HistoryRow> select(List<HistoryColumn> columns) {
        if (!hasHistoryTable()) {
            return List.of();
        }
        last();
        try (PreparedStatement statement =
                connection.prepareStatement(statements.selectEvents(columns, "?"))) {
            statement.setString(1, names.versionTable());
            List<HistoryRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(
                            HistoryRow.read(
                                    columns, (column, index) -> value(result, column, index)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw unusable("read " + historyTable(), e);
        }
    }

    private static @Nullable Object value(ResultSet row, HistoryColumn column, int index)
            throws SQLException {
        return switch (column.type()) {
            case REVISION, NAME, TEXT -> row.getString(index);
            case NUMBER -> {
                long number = row.getLong(index);
                yield row.wasNull() ? null : number;
            }
            case TIMESTAMP -> {
                LocalDateTime moment = row.getObject(index, LocalDateTime.class);
                yield moment == null ? null : moment.toInstant(ZoneOffset.UTC);
            }
        };
    }

    private String historyTable() {
        return names.qualified(names.historyTable());
    }

    private DatabaseException unusable(String action, SQLException e) {
        return DatabaseErrors.failed(dialect, action, e);
    }
}
