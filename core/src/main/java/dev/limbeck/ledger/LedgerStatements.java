package dev.limbeck.ledger;

import dev.limbeck.dialect.LedgerType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The statements over the ledger tables, in SQL that every database takes. */
final class LedgerStatements {
    private final LedgerNames names;
    private final Function<LedgerType, String> types;

    LedgerStatements(LedgerNames names, Function<LedgerType, String> types) {
        this.names = names;
        this.types = types;
    }

    String createVersionTable() {
        String column = names.column(LedgerNames.VERSION_COLUMN);
        return "CREATE TABLE "
                + versionTable()
                + " (\n    "
                + column
                + " "
                + types.apply(LedgerType.REVISION)
                + " NOT NULL,\n    CONSTRAINT "
                + names.primaryKey(names.versionTable())
                + " PRIMARY KEY ("
                + column
                + ")\n)";
    }

    String createHistoryTable() {
        return createTable(
                names.historyTable(),
                List.of(HistoryColumn.values()),
                List.of(HistoryColumn.VERSION_TABLE, HistoryColumn.EVENT_NUMBER));
    }

    String createJournalTable() {
        return createTable(
                names.journalTable(),
                List.of(JournalColumn.values()),
                List.of(
                        JournalColumn.VERSION_TABLE,
                        JournalColumn.RUN_NUMBER,
                        JournalColumn.ORDINAL));
    }

    private String createTable(
            String table, List<? extends LedgerColumn> columns, List<? extends LedgerColumn> key) {
        String definitions =
                columns.stream().map(this::definition).collect(Collectors.joining(",\n    "));
        return "CREATE TABLE "
                + names.qualified(table)
                + " (\n    "
                + definitions
                + ",\n    CONSTRAINT "
                + names.primaryKey(table)
                + " PRIMARY KEY ("
                + columnList(key)
                + ")\n)";
    }

    private String definition(LedgerColumn column) {
        String type = column(column) + " " + types.apply(column.type());
        return column.required() ? type + " NOT NULL" : type;
    }

    String selectVersions() {
        return "SELECT " + names.column(LedgerNames.VERSION_COLUMN) + " FROM " + versionTable();
    }

    String insertVersion(String id) {
        return "INSERT INTO "
                + versionTable()
                + " ("
                + names.column(LedgerNames.VERSION_COLUMN)
                + ") VALUES ("
                + id
                + ")";
    }

    String updateVersion(String from, String to) {
        String column = names.column(LedgerNames.VERSION_COLUMN);
        return "UPDATE "
                + versionTable()
                + " SET "
                + column
                + " = "
                + to
                + " WHERE "
                + column
                + " = "
                + from;
    }

    String deleteVersion(String id) {
        return deleteVersions() + " WHERE " + names.column(LedgerNames.VERSION_COLUMN) + " = " + id;
    }

    String deleteVersions() {
        return "DELETE FROM " + versionTable();
    }

    /**
     * Counts which of some rows are there.
     *
     * @param answer makes an expression of the count
     */
    String countVersions(UnaryOperator<String> answer, String ids) {
        return "SELECT "
                + answer.apply("COUNT(*)")
                + " FROM "
                + versionTable()
                + " WHERE "
                + names.column(LedgerNames.VERSION_COLUMN)
                + " IN ("
                + ids
                + ")";
    }

    /** Selects the last number and the highest format of one ledger. */
    String selectLast(String versionTable) {
        return "SELECT MAX("
                + column(HistoryColumn.EVENT_NUMBER)
                + "), MAX("
                + column(HistoryColumn.LEDGER_FORMAT)
                + ") FROM "
                + historyTable()
                + belongingTo(versionTable);
    }

    String selectEvents(List<HistoryColumn> columns, String versionTable) {
        return "SELECT "
                + columnList(columns)
                + " FROM "
                + historyTable()
                + belongingTo(versionTable)
                + " ORDER BY "
                + column(HistoryColumn.EVENT_NUMBER);
    }

    /** Inserts a row of values that stand in the order of their columns. */
    String insertEvent(Collection<HistoryColumn> columns, Collection<String> values) {
        return intoHistory(columns) + " VALUES (" + String.join(", ", values) + ")";
    }

    /** Inserts a row under the number after the ledger's last one. */
    String insertNextEvent(
            Collection<HistoryColumn> columns, Collection<String> values, String versionTable) {
        return intoHistory(columns)
                + "\nSELECT "
                + String.join(", ", values)
                + "\nFROM "
                + historyTable()
                + belongingTo(versionTable);
    }

    /** Returns the expression for the number after the last one, in {@link #insertNextEvent}. */
    String nextNumber() {
        return "COALESCE(MAX(" + column(HistoryColumn.EVENT_NUMBER) + "), 0) + 1";
    }

    /** Inserts a row of the journal. */
    String insertJournal(Collection<JournalColumn> columns) {
        return "INSERT INTO "
                + journalTable()
                + " ("
                + columnList(columns)
                + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", "))
                + ")";
    }

    /** Changes columns of one row of the journal. */
    String updateJournal(Collection<JournalColumn> columns) {
        return "UPDATE "
                + journalTable()
                + " SET "
                + columns.stream()
                        .map(column -> column(column) + " = ?")
                        .collect(Collectors.joining(", "))
                + ofRun()
                + " AND "
                + column(JournalColumn.ORDINAL)
                + " = ?";
    }

    /** Deletes all rows of one run of a script. */
    String deleteRun() {
        return "DELETE FROM " + journalTable() + ofRun();
    }

    String selectLastRun() {
        return "SELECT MAX("
                + column(JournalColumn.RUN_NUMBER)
                + "), MAX("
                + column(JournalColumn.LEDGER_FORMAT)
                + ") FROM "
                + journalTable()
                + ofLedger();
    }

    String selectJournal() {
        return "SELECT "
                + columnList(List.of(JournalColumn.values()))
                + " FROM "
                + journalTable()
                + ofLedger()
                + " ORDER BY "
                + column(JournalColumn.RUN_NUMBER)
                + ", "
                + column(JournalColumn.ORDINAL);
    }

    private String ofLedger() {
        return " WHERE " + column(JournalColumn.VERSION_TABLE) + " = ?";
    }

    private String ofRun() {
        return ofLedger() + " AND " + column(JournalColumn.RUN_NUMBER) + " = ?";
    }

    private String journalTable() {
        return names.qualified(names.journalTable());
    }

    private String intoHistory(Collection<HistoryColumn> columns) {
        return "INSERT INTO " + historyTable() + " (" + columnList(columns) + ")";
    }

    private String belongingTo(String versionTable) {
        return " WHERE " + column(HistoryColumn.VERSION_TABLE) + " = " + versionTable;
    }

    private String columnList(Collection<? extends LedgerColumn> columns) {
        return columns.stream().map(this::column).collect(Collectors.joining(", "));
    }

    private String column(LedgerColumn column) {
        return names.column(column.columnName());
    }

    private String versionTable() {
        return names.qualified(names.versionTable());
    }

    private String historyTable() {
        return names.qualified(names.historyTable());
    }
}
