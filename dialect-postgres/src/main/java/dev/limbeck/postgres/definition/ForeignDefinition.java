package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.SqlNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A foreign data wrapper, a server or a user mapping: the statement that makes it, but for its
 * options.
 *
 * @param made the statement up to them
 * @param altered how a statement that alters it begins
 * @param options its options
 */
record ForeignDefinition(String made, String altered, SortedMap<String, String> options)
        implements Definition {
    ForeignDefinition {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    static ForeignDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE");
        String kind = kind(cursor);
        cursor.accept("IF", "NOT", "EXISTS");
        int start = cursor.offset();
        String name = kind + " " + name(cursor, start);
        while (!cursor.atEnd() && !cursor.at("OPTIONS", "(")) {
            cursor.next();
        }
        String made = kind + " " + cursor.slice(start, cursor.lastEnd());
        SortedMap<String, String> options = new TreeMap<>();
        if (cursor.accept("OPTIONS", "(") && !cursor.accept(")")) {
            do {
                put(cursor, options);
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        cursor.requireEnd();
        return new ForeignDefinition("CREATE " + made, "ALTER " + name, options);
    }

    private static String kind(TokenCursor cursor) {
        if (cursor.accept("FOREIGN", "DATA", "WRAPPER")) {
            return "FOREIGN DATA WRAPPER";
        }
        if (cursor.accept("USER", "MAPPING")) {
            return "USER MAPPING";
        }
        cursor.expect("SERVER");
        return "SERVER";
    }

    /** Takes a name; that of a mapping is the user's and the server's. */
    private static String name(TokenCursor cursor, int start) {
        if (cursor.accept("FOR")) {
            Pieces.name(cursor);
            cursor.expect("SERVER");
        }
        Pieces.name(cursor);
        return cursor.slice(start, cursor.lastEnd());
    }

    private static void put(TokenCursor cursor, SortedMap<String, String> options) {
        String key = Pieces.name(cursor);
        options.put(key, Strings.value(cursor.next().text()));
    }

    @Override
    public String text() {
        return options.isEmpty() ? made : made + " OPTIONS " + list(options, "");
    }

    private static String list(Map<String, String> options, String word) {
        return options.entrySet().stream()
                .map(option -> word + option.getKey() + " " + SqlNames.literal(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String canonical() {
        return Pieces.canonical(text());
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        if (!cursor.accept("OPTIONS")) {
            return Optional.empty();
        }
        SortedMap<String, String> now = new TreeMap<>(options);
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
        return Optional.of(new ForeignDefinition(made, altered, now));
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        if (!(after instanceof ForeignDefinition wanted)
                || !Pieces.canonical(made).equals(Pieces.canonical(wanted.made))) {
            return Optional.empty();
        }
        List<String> actions = new ArrayList<>();
        wanted.options.forEach(
                (key, value) -> {
                    String old = options.get(key);
                    if (!value.equals(old)) {
                        actions.add(
                                (old == null ? "ADD " : "SET ")
                                        + key
                                        + " "
                                        + SqlNames.literal(value));
                    }
                });
        options.keySet().stream()
                .filter(key -> !wanted.options.containsKey(key))
                .forEach(key -> actions.add("DROP " + key));
        return Optional.of(List.of(altered + " OPTIONS (" + String.join(", ", actions) + ")"));
    }
}
