package dev.limbeck.chaos;

import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything a run leaves in a database: tables, columns, indexes, rows, and what the ledger says,
 * without the ledger's times.
 */
final class Snapshot {
    private final Connection connection;
    private final SortedSet<String> lines = new TreeSet<>();

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static String of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            return new Snapshot(connection).read();
        }
    }

    private String read() throws SQLException {
        List<String> tables = new ArrayList<>();
        DatabaseMetaData metaData = connection.getMetaData();
        try (ResultSet found =
                metaData.getTables(
                        connection.getCatalog(),
                        connection.getSchema(),
                        "%",
                        new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        for (String table : tables) {
            if (!table.toLowerCase(Locale.ROOT).startsWith("limbeck_")) {
                lines.add("table " + table);
                columns(metaData, table);
                indexes(metaData, table);
                rows("SELECT * FROM " + table, table);
            }
        }
        if (metaData.getDatabaseProductName().equals("PostgreSQL")) {
            rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid", "invalid");
        }
        rows("SELECT version_num FROM limbeck_version", "version");
        rows(
                "SELECT kind, revision, direction, statements FROM limbeck_history"
                        + " WHERE kind <> 'failed'",
                "event");
        return String.join("\n", lines);
    }

    private void columns(DatabaseMetaData metaData, String table) throws SQLException {
        try (ResultSet column =
                metaData.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (column.next()) {
                lines.add(
                        table
                                + "."
                                + column.getString("COLUMN_NAME")
                                + " "
                                + column.getString("TYPE_NAME")
                                + " "
                                + column.getString("IS_NULLABLE"));
            }
        }
    }

    private void indexes(DatabaseMetaData metaData, String table) throws SQLException {
        try (ResultSet index =
                metaData.getIndexInfo(
                        connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (index.next()) {
                lines.add(
                        table
                                + " index "
                                + index.getBoolean("NON_UNIQUE")
                                + " "
                                + index.getString("COLUMN_NAME"));
            }
        }
    }

    /** Rows count as often as they stand there. */
    private void rows(String query, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder line = new StringBuilder(name);
                for (int i = 1; i <= columns; i++) {
                    line.append(" | ").append(row.getString(i));
                }
                String text = line.toString();
                int copy = 1;
                while (!lines.add(copy == 1 ? text : text + " (" + copy + ")")) {
                    copy++;
                }
            }
        }
    }
}
