package dev.limbeck.ledger;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ledger's statements as text, for a script that is run without Limbeck; none has a terminator.
 */
public final class LedgerScript {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final LedgerNames names;
    private final LedgerStatements statements;
    private final OfflineStyle style;

    public LedgerScript(Dialect dialect, LedgerConfig config) {
        this.names = LedgerNames.offline(config, dialect.identifiers());
        this.statements = new LedgerStatements(names, dialect::ledgerType);
        this.style = dialect.offlineStyle();
    }

    /** Returns the statement that makes the version table. */
    public String createVersionTable() {
        return statements.createVersionTable();
    }

    /** Returns the statement that makes the history table. */
    public String createHistoryTable() {
        return statements.createHistoryTable();
    }

    /**
     * Returns a query that fails unless all of some rows are there; empty where there are none to
     * look for. An update of a row that is not there would go unnoticed in a script.
     */
    public Optional<String> assertRows(HeadSet rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String ids =
                rows.ids().stream()
                        .map(id -> style.literal(id.value()))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                statements.countVersions(
                        count -> style.failingUnless(count + " = " + rows.ids().size()), ids));
    }

    /** Returns the statement that makes a change of rows. */
    public String change(VersionChange change) {
        Optional<String> removed = change.removed().map(this::literal);
        Optional<String> added = change.added().map(this::literal);
        if (removed.isPresent() && added.isPresent()) {
            return statements.updateVersion(removed.get(), added.get());
        }
        return added.map(statements::insertVersion)
                .orElseGet(() -> statements.deleteVersion(removed.orElseThrow()));
    }

    private String literal(RevisionId id) {
        return style.literal(id.value());
    }

    /** Returns the statement that empties the version table. */
    public String deleteRows() {
        return statements.deleteVersions();
    }

    /**
     * Returns the statement that appends an event. When it happens, under which number and by which
     * database user is found out when the script runs; how long it took is not.
     */
    public String append(HistoryEvent event) {
        NavigableMap<HistoryColumn, Object> values =
                HistoryRow.of(names.versionTable(), event).values();
        values.put(HistoryColumn.DATABASE_USER, "");
        values.remove(HistoryColumn.PROCESS_ID);
        values.remove(HistoryColumn.DURATION_MS);
        List<String> expressions = new ArrayList<>();
        for (Map.Entry<HistoryColumn, Object> entry : values.entrySet()) {
            expressions.add(expression(entry.getKey(), entry.getValue()));
        }
        return statements.insertNextEvent(
                values.keySet(), expressions, style.literal(names.versionTable()));
    }

    private String expression(HistoryColumn column, Object value) {
        return switch (column) {
            case EVENT_NUMBER -> statements.nextNumber();
            case STARTED_AT -> style.now();
            case DATABASE_USER -> style.currentUser();
            default -> literal(column, value);
        };
    }

    private String literal(HistoryColumn column, Object value) {
        return switch (column.type()) {
            case REVISION, NAME, TEXT -> style.literal((String) value);
            case NUMBER -> value.toString();
            case TIMESTAMP ->
                    "TIMESTAMP '"
                            + MOMENT.format(
                                    LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC))
                            + "'";
        };
    }
}
