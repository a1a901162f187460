package dev.limbeck.ledger;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockFence;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.RevisionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
                    HistoryColumn.TOKEN_CHECKSUM);

    private final Connection connection;
    private final LedgerNames names;
    private final LedgerStatements statements;
    private final LedgerTables tables;
    private final Journal journal;

    private Ledger(Connection connection, Dialect dialect, LedgerNames names) {
        this.connection = connection;
        this.names = names;
        this.statements = new LedgerStatements(names, dialect::ledgerType);
        this.tables = new LedgerTables(connection, dialect, names);
        this.journal = new Journal(tables, names, statements);
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
        return Set.of(names.versionTable(), names.historyTable(), names.journalTable());
    }

    /** Returns the journal of scripts that run outside a transaction. */
    public Journal journal() {
        return journal;
    }

    /** From now on writes only where a fence lets it; empty: whatever the lock's state. */
    public void guard(Optional<LockFence> fence) {
        tables.guard(fence);
    }

    /** Returns the version table's name with its schema, as it stands in a statement. */
    public String versionTable() {
        return names.qualified(names.versionTable());
    }

    /** Returns the rows of the version table, none where it is absent. */
    public VersionRows rows() {
        if (!hasVersionTable()) {
            return VersionRows.of(List.of());
        }
        return tables.read(
                "read " + versionTable(),
                () -> {
                    List<@Nullable String> values = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery(statements.selectVersions())) {
                        while (rows.next()) {
                            values.add(rows.getString(1));
                        }
                    }
                    return VersionRows.of(values);
                });
    }

    /** Returns whether the version table is there. */
    public boolean hasVersionTable() {
        return tables.exists(names.versionTable());
    }

    /** Returns whether the history table is there. */
    public boolean hasHistoryTable() {
        return tables.exists(names.historyTable());
    }

    /** Makes the version table where it is absent; returns whether it was. */
    public boolean createVersionTable() {
        return tables.create(names.versionTable(), statements.createVersionTable());
    }

    /** Makes the tables that are absent; the journal is made when it is first needed. */
    public void create() {
        createVersionTable();
        tables.create(names.historyTable(), statements.createHistoryTable());
    }

    /** Changes one row; throws {@code VERSION_ROWS_CHANGED} where not exactly one was there. */
    @Override
    public void change(VersionChange change) {
        int touched = tables.write("change " + versionTable(), () -> sendOnce(change));
        if (touched != 1) {
            throw rowsChanged(change, touched == 0 ? "no such row" : touched + " such rows", null);
        }
    }

    private int sendOnce(VersionChange change) throws SQLException {
        try {
            return send(change);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                throw rowsChanged(change, "there is such a row already", e);
            }
            throw e;
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
        tables.write("empty " + versionTable(), () -> update(statements.deleteVersions()));
    }

    @Override
    public void append(HistoryEvent event) {
        NavigableMap<HistoryColumn, Object> values =
                HistoryRow.of(names.versionTable(), event.numbered(last() + 1)).values();
        String sql =
                statements.insertEvent(values.keySet(), Collections.nCopies(values.size(), "?"));
        tables.write(
                "write " + historyTable(),
                () -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        int index = 0;
                        for (Map.Entry<HistoryColumn, Object> entry : values.entrySet()) {
                            LedgerValues.bind(statement, ++index, entry.getKey(), entry.getValue());
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    /** Returns the number of the last event; 0 where there is none. */
    public long lastNumber() {
        return hasHistoryTable() ? last() : 0;
    }

    private long last() {
        return tables.read(
                "read " + historyTable(),
                () -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(statements.selectLast("?"))) {
                        statement.setString(1, names.versionTable());
                        try (ResultSet row = statement.executeQuery()) {
                            row.next();
                            tables.refuseNewer(names.historyTable(), row.getLong(2));
                            return row.getLong(1);
                        }
                    }
                });
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
        return tables.read("read " + historyTable(), () -> query(columns));
    }

    private List<HistoryRow> query(List<HistoryColumn> columns) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(statements.selectEvents(columns, "?"))) {
            statement.setString(1, names.versionTable());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(
                            HistoryRow.read(
                                    columns,
                                    (column, index) -> LedgerValues.read(result, column, index)));
                }
            }
        }
        return rows;
    }

    private String historyTable() {
        return names.qualified(names.historyTable());
    }
}
