package dev.limbeck.h2.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A question to the catalog; each has a file of its name in {@code catalog/}. */
enum CatalogQuery {
    SCHEMAS,
    TABLES,
    COLUMNS,
    CONSTRAINTS,
    INDEXES,
    SEQUENCES,
    DOMAINS,
    DOMAIN_CHECKS,
    VIEWS,
    TRIGGERS,
    ROUTINES,
    SYNONYMS,
    CONSTANTS,
    RIGHTS;

    /**
     * A row of an answer.
     *
     * @param values the values that are not null, by the names of their columns
     */
    record Row(Map<String, String> values) {
        Row {
            values = Map.copyOf(values);
        }

        /** Returns a value that is never null. */
        String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalStateException("the catalog gives no " + column + ": " + values);
            }
            return value;
        }

        /** Returns a value that may be null. */
        Optional<String> find(String column) {
            return Optional.ofNullable(values.get(column));
        }

        /** Returns a text that is empty where there is none. */
        Optional<String> comment() {
            return find("REMARKS").filter(text -> !text.isEmpty());
        }

        boolean is(String column) {
            return find(column)
                    .filter(value -> value.equals("TRUE") || value.equals("YES"))
                    .isPresent();
        }
    }

    private String sql() {
        String file = "questions/" + name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = CatalogQuery.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Asks it. */
    List<Row> ask(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql())) {
            ResultSetMetaData columns = answer.getMetaData();
            while (answer.next()) {
                Map<String, String> values = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String value = answer.getString(i);
                    if (value != null) {
                        values.put(columns.getColumnLabel(i), value);
                    }
                }
                rows.add(new Row(values));
            }
        }
        return rows;
    }
}
