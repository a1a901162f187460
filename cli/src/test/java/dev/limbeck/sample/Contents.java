package dev.limbeck.sample;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The rows of a database's tables, the ledger and whatever tells the time left out. */
public final class Contents {
    private static final Set<Integer> TIMES =
            Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    private Contents() {}

    /** Returns each row of each table as a line, sorted. */
    public static List<String> of(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            for (var table : columns(connection).entrySet()) {
                String columns = String.join(", ", table.getValue());
                String query = "SELECT " + columns + " FROM " + table.getKey();
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(line(table.getKey(), table.getValue().size(), rows));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        var columns = new TreeMap<String, List<String>>();
        for (String table : tables(connection)) {
            try (ResultSet rows =
                    data.getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
                while (rows.next()) {
                    if (!TIMES.contains(rows.getInt("DATA_TYPE"))) {
                        columns.computeIfAbsent(table, name -> new ArrayList<>())
                                .add(rows.getString("COLUMN_NAME"));
                    }
                }
            }
        }
        return columns;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        String[] kinds = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet rows =
                data.getTables(connection.getCatalog(), connection.getSchema(), null, kinds)) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                if (!table.regionMatches(true, 0, "limbeck_", 0, "limbeck_".length())) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static String line(String table, int columns, ResultSet row) throws SQLException {
        var line = new StringJoiner(" | ", table + ": ", "");
        for (int i = 1; i <= columns; i++) {
            line.add(String.valueOf(row.getString(i)));
        }
        return line.toString();
    }
}
