package dev.limbeck.config;

import dev.limbeck.config.Toml.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads TOML 1.0.
 *
 * <p>Written here rather than taken from a library: a grammar-generator's runtime costs as much
 * time at each start as all the rest of a command, and the others don't say where a value stands.
 */
final class TomlReader {
    private final TomlScanner scanner;
    private final Toml.Table root = new Toml.Table(new Position(1, 1));

    /** Tables that a {@code [header]} has opened: a second one for them is a mistake. */
    private final Set<Toml.Table> opened = new HashSet<>();

    /** Tables made by dotted keys or braces: no header may open them. */
    private final Set<Toml.Table> closed = new HashSet<>();

    /** Inline tables: nothing is ever added to them. */
    private final Set<Toml.Table> sealed = new HashSet<>();

    private record Key(String name, Position position) {}

    private TomlReader(String text) {
        this.scanner = new TomlScanner(text);
    }

    /** Returns the document's root table. */
    static Toml.Table read(String text) throws TomlSyntaxException {
        return new TomlReader(text).document();
    }

    private Toml.Table document() throws TomlSyntaxException {
        Toml.Table current = root;
        scanner.skipBlankLines();
        while (!scanner.atEnd()) {
            if (scanner.peek() == '[') {
                current = header();
            } else {
                keyValue(current);
            }
            scanner.expectLineEnd();
            scanner.skipBlankLines();
        }
        return root;
    }

    private Toml.Table header() throws TomlSyntaxException {
        scanner.expect('[');
        boolean array = scanner.take('[');
        List<Key> path = dottedKey();
        scanner.expect(']');
        if (array) {
            scanner.expect(']');
        }
        Toml.Table parent = root;
        for (Key key : path.subList(0, path.size() - 1)) {
            parent = descend(parent, key);
        }
        Key last = path.get(path.size() - 1);
        return array ? appendTable(parent, last) : openTable(parent, last);
    }

    private Toml.Table openTable(Toml.Table parent, Key key) throws TomlSyntaxException {
        Toml.Table.Entry entry = parent.entries().get(key.name());
        if (entry == null) {
            Toml.Table table = new Toml.Table(key.position());
            put(parent, key, table);
            opened.add(table);
            return table;
        }
        if (entry.value() instanceof Toml.Table table
                && !closed.contains(table)
                && opened.add(table)) {
            return table;
        }
        throw defined(key, entry);
    }

    private Toml.Table appendTable(Toml.Table parent, Key key) throws TomlSyntaxException {
        Toml.Table table = new Toml.Table(key.position());
        opened.add(table);
        Toml.Table.Entry entry = parent.entries().get(key.name());
        if (entry == null) {
            put(parent, key, new Toml.Tables(new ArrayList<>(List.of(table)), key.position()));
        } else if (entry.value() instanceof Toml.Tables tables) {
            tables.values().add(table);
        } else {
            throw defined(key, entry);
        }
        return table;
    }

    /** Goes into the table a header's path leads through, making it where it is absent. */
    private Toml.Table descend(Toml.Table parent, Key key) throws TomlSyntaxException {
        Toml.Table.Entry entry = parent.entries().get(key.name());
        if (entry == null) {
            Toml.Table table = new Toml.Table(key.position());
            put(parent, key, table);
            return table;
        }
        if (entry.value() instanceof Toml.Table table && !sealed.contains(table)) {
            return table;
        }
        if (entry.value() instanceof Toml.Tables tables) {
            return tables.values().get(tables.values().size() - 1);
        }
        throw defined(key, entry);
    }

    private void keyValue(Toml.Table table) throws TomlSyntaxException {
        List<Key> path = dottedKey();
        scanner.skipBlanks();
        if (!scanner.take('=')) {
            throw scanner.error("expected '=' after the key '" + path.get(0).name() + "'");
        }
        scanner.skipBlanks();
        Toml.Table parent = table;
        for (Key key : path.subList(0, path.size() - 1)) {
            parent = descendDotted(parent, key);
        }
        Key last = path.get(path.size() - 1);
        Toml.Table.Entry before = parent.entries().get(last.name());
        if (before != null) {
            throw defined(last, before);
        }
        put(parent, last, value());
    }

    private Toml.Table descendDotted(Toml.Table parent, Key key) throws TomlSyntaxException {
        Toml.Table.Entry entry = parent.entries().get(key.name());
        if (entry == null) {
            Toml.Table table = new Toml.Table(key.position());
            closed.add(table);
            put(parent, key, table);
            return table;
        }
        if (entry.value() instanceof Toml.Table table
                && closed.contains(table)
                && !sealed.contains(table)) {
            return table;
        }
        throw defined(key, entry);
    }

    private static void put(Toml.Table table, Key key, Toml value) {
        table.entries().put(key.name(), new Toml.Table.Entry(key.position(), value));
    }

    private static TomlSyntaxException defined(Key key, Toml.Table.Entry before) {
        return new TomlSyntaxException(
                "'"
                        + key.name()
                        + "' is defined twice, first in line "
                        + before.keyPosition().line(),
                key.position());
    }

    private List<Key> dottedKey() throws TomlSyntaxException {
        List<Key> path = new ArrayList<>();
        do {
            scanner.skipBlanks();
            Position position = scanner.position();
            path.add(new Key(scanner.simpleKey(), position));
            if (path.size() > TomlScanner.DEEPEST) {
                throw scanner.error("the key has more than " + TomlScanner.DEEPEST + " parts");
            }
            scanner.skipBlanks();
        } while (scanner.take('.'));
        return path;
    }

    private Toml value() throws TomlSyntaxException {
        return switch (scanner.peek()) {
            case '[' -> array();
            case '{' -> inlineTable();
            default -> scanner.scalar();
        };
    }

    private Toml array() throws TomlSyntaxException {
        Position position = scanner.position();
        scanner.enter('[');
        List<Toml> values = new ArrayList<>();
        scanner.skipBlankLines();
        while (!scanner.take(']')) {
            values.add(value());
            scanner.skipBlankLines();
            if (!scanner.take(',') && scanner.peek() != ']') {
                throw scanner.error("expected ',' or ']' in an array");
            }
            scanner.skipBlankLines();
        }
        scanner.leave();
        return new Toml.Array(values, position);
    }

    private Toml inlineTable() throws TomlSyntaxException {
        Toml.Table table = new Toml.Table(scanner.position());
        scanner.enter('{');
        scanner.skipBlanks();
        boolean more = !scanner.take('}');
        while (more) {
            keyValue(table);
            scanner.skipBlanks();
            more = scanner.take(',');
            if (!more) {
                scanner.expect('}');
            }
        }
        scanner.leave();
        seal(table);
        return table;
    }

    private void seal(Toml.Table table) {
        closed.add(table);
        sealed.add(table);
        for (Toml.Table.Entry entry : table.entries().values()) {
            if (entry.value() instanceof Toml.Table inner) {
                seal(inner);
            }
        }
    }
}
