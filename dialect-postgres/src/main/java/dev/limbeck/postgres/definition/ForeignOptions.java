package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.SqlNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The options of something foreign.
 *
 * @param values by the options' names, as SQL
 */
record ForeignOptions(SortedMap<String, String> values) {
    ForeignOptions {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Takes {@code OPTIONS (…)} if it comes next. */
    static ForeignOptions read(TokenCursor cursor) {
        SortedMap<String, String> values = new TreeMap<>();
        if (cursor.accept("OPTIONS", "(") && !cursor.accept(")")) {
            do {
                put(cursor, values);
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return new ForeignOptions(values);
    }

    private static void put(TokenCursor cursor, SortedMap<String, String> values) {
        String key = Pieces.name(cursor);
        values.put(key, Strings.value(cursor.next().text()));
    }

    /** Takes what {@code ALTER} says of them, if it comes next, and returns them afterwards. */
    Optional<ForeignOptions> altered(TokenCursor cursor) {
        if (!cursor.accept("OPTIONS")) {
            return Optional.empty();
        }
        SortedMap<String, String> now = new TreeMap<>(values);
        cursor.expect("(");
        do {
            if (cursor.accept("DROP")) {
                now.remove(Pieces.name(cursor));
            } else {
                if (!cursor.accept("SET")) {
                    cursor.accept("ADD");
                }
                put(cursor, now);
            }
        } while (cursor.accept(","));
        cursor.expect(")");
        return Optional.of(new ForeignOptions(now));
    }

    /** Returns them behind a blank; nothing where there are none. */
    String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(option -> option.getKey() + " " + SqlNames.literal(option.getValue()))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** Returns what {@code ALTER} has to say to make others of them; empty where they are equal. */
    Optional<String> leadingTo(ForeignOptions after) {
        List<String> actions = new ArrayList<>();
        after.values.forEach(
                (key, value) -> {
                    String old = values.get(key);
                    if (!value.equals(old)) {
                        String word = old == null ? "ADD " : "SET ";
                        actions.add(word + key + " " + SqlNames.literal(value));
                    }
                });
        values.keySet().stream()
                .filter(key -> !after.values.containsKey(key))
                .forEach(key -> actions.add("DROP " + key));
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of("OPTIONS (" + String.join(", ", actions) + ")");
    }
}
