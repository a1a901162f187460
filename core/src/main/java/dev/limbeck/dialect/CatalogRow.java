package dev.limbeck.dialect;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row that a catalog answers.
 *
 * @param values the values that are not null, by the names of their columns in lower case
 */
public record CatalogRow(Map<String, String> values) {
    public CatalogRow {
        values = Map.copyOf(values);
    }

    /** Returns the row a result stands at. */
    public static CatalogRow of(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var values = new HashMap<String, String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
                values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return new CatalogRow(values);
    }

    /** Returns a value that is never null. */
    public String text(String column) {
        return find(column)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the catalog gives no " + column + ": " + values));
    }

    /** Returns a value that may be null. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** Returns a text that counts as absent where it is empty. */
    public Optional<String> filled(String column) {
        return find(column).filter(text -> !text.isEmpty());
    }

    /** Returns whether a value is there and is some word, in whatever case. */
    public boolean is(String column, String value) {
        return find(column).filter(value::equalsIgnoreCase).isPresent();
    }
}
