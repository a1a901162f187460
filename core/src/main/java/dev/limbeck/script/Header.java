package dev.limbeck.script;

import dev.limbeck.error.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line comments an up file opens with, as they stand; what the values mean is judged elsewhere.
 *
 * @param file the file as it should be shown
 * @param message the first line of ordinary text, or empty
 * @param entries the known keys, by name
 */
record Header(Path file, String message, Map<HeaderKey, Line> entries) {
    Header {
        entries = Map.copyOf(entries);
    }

    /**
     * One key line.
     *
     * @param value the text after the colon, without blanks around it
     * @param line 1-based line
     * @param keyColumn 1-based column of the key
     * @param valueColumn 1-based column of the value, or of the place it would have
     */
    record Line(String value, int line, int keyColumn, int valueColumn) {}

    /** One of the comma-separated parts of a value. */
    record Item(String text, SourceLocation where) {}

    Optional<Line> entry(HeaderKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Returns a key's comma-separated values; none where it is absent or has no value. */
    List<Item> items(HeaderKey key) {
        Line entry = entries.get(key);
        if (entry == null || entry.value().isEmpty()) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        int start = 0;
        while (start <= entry.value().length()) {
            int comma = entry.value().indexOf(',', start);
            int end = comma < 0 ? entry.value().length() : comma;
            String part = entry.value().substring(start, end);
            int blanks = part.length() - part.stripLeading().length();
            items.add(
                    new Item(
                            part.strip(),
                            new SourceLocation(
                                    file, entry.line(), entry.valueColumn() + start + blanks)));
            start = end + 1;
        }
        return items;
    }

    /** Returns where a key stands, or the top of the file. */
    SourceLocation place(HeaderKey key) {
        Line entry = entries.get(key);
        return entry == null
                ? new SourceLocation(file, 1, 1)
                : new SourceLocation(file, entry.line(), entry.keyColumn());
    }
}
