package dev.limbeck.postgres.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of an answer, detached from the connection; its columns are asked for by name. */
final class CatalogRow {
    private final Map<String, Integer> places;
    private final @Nullable Object[] values;

    private CatalogRow(Map<String, Integer> places, @Nullable Object[] values) {
        this.places = places;
        this.values = values;
    }

    static List<CatalogRow> all(ResultSet answer) throws SQLException {
        ResultSetMetaData columns = answer.getMetaData();
        int width = columns.getColumnCount();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < width; i++) {
            places.put(columns.getColumnLabel(i + 1), i);
        }
        List<CatalogRow> rows = new ArrayList<>();
        while (answer.next()) {
            @Nullable Object[] values = new @Nullable Object[width];
            for (int i = 0; i < width; i++) {
                Object value = answer.getObject(i + 1);
                values[i] = value instanceof Array array ? array.getArray() : value;
            }
            rows.add(new CatalogRow(places, values));
        }
        return rows;
    }

    private @Nullable Object value(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalStateException("no column " + column + " in " + places.keySet());
        }
        return values[place];
    }

    /** Returns a text; empty where it is null. */
    String text(String column) {
        return optional(column).orElse("");
    }

    /** Returns a text, or a number as text; empty where it is null or no text. */
    Optional<String> optional(String column) {
        return Optional.ofNullable(value(column)).map(Object::toString).filter(t -> !t.isEmpty());
    }

    /** Returns a number; 0 where it is null. */
    long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns a truth; false where it is null. */
    boolean is(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** Returns whether a text is that one. */
    boolean is(String column, String text) {
        return text(column).equals(text);
    }

    /** Returns an array of texts; empty where it is null, an empty text for each null in it. */
    List<String> texts(String column) {
        List<String> texts = new ArrayList<>();
        if (value(column) instanceof Object[] elements) {
            for (Object element : elements) {
                texts.add(element == null ? "" : element.toString());
            }
        }
        return texts;
    }

    /** Returns an array of numbers; empty where it is null, 0 for each null in it. */
    List<Long> numbers(String column) {
        return texts(column).stream()
                .map(text -> text.isEmpty() ? 0L : Long.parseLong(text))
                .toList();
    }
}
