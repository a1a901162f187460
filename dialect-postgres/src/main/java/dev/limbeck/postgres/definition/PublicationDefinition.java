package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.SqlNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a database is published.
 *
 * @param name its name as SQL
 * @param all whether all tables are
 * @param tables which tables are, with their columns and rows where not all are
 * @param schemas the schemas all of whose tables are
 * @param settings what {@code WITH} says, beyond the server's defaults
 */
record PublicationDefinition(
        String name,
        boolean all,
        SortedMap<String, String> tables,
        SortedSet<String> schemas,
        SortedMap<String, String> settings)
        implements Definition {
    private static final List<String> ALL_EVENTS =
            List.of("delete", "insert", "truncate", "update");

    PublicationDefinition {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    static PublicationDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "PUBLICATION");
        String name = Pieces.name(cursor);
        SortedMap<String, String> tables = new TreeMap<>();
        SortedSet<String> schemas = new TreeSet<>();
        boolean all = cursor.accept("FOR", "ALL", "TABLES");
        if (!all && cursor.accept("FOR")) {
            members(cursor, tables, schemas);
        }
        SortedMap<String, String> settings = new TreeMap<>();
        if (cursor.accept("WITH")) {
            settings(cursor, settings);
        }
        cursor.requireEnd();
        return new PublicationDefinition(name, all, tables, schemas, settings);
    }

    /** Takes tables and schemas; behind a comma the word for what they are may be left out. */
    private static void members(
            TokenCursor cursor, SortedMap<String, String> tables, SortedSet<String> schemas) {
        boolean wholeSchemas = false;
        do {
            if (cursor.accept("TABLES", "IN", "SCHEMA")) {
                wholeSchemas = true;
            } else if (cursor.accept("TABLE")) {
                wholeSchemas = false;
            }
            if (wholeSchemas) {
                schemas.add(Pieces.name(cursor));
            } else {
                cursor.accept("ONLY");
                String table = Pieces.name(cursor);
                cursor.accept("*");
                tables.put(table, part(cursor));
            }
        } while (cursor.accept(","));
    }

    /** Takes the columns and the rows that are published of a table. */
    private static String part(TokenCursor cursor) {
        String part = "";
        if (cursor.at("(")) {
            cursor.expect("(");
            part = " (" + String.join(", ", Pieces.names(cursor)) + ")";
            cursor.expect(")");
        }
        return cursor.accept("WHERE") ? part + " WHERE " + Pieces.parenthesized(cursor) : part;
    }

    private static void settings(TokenCursor cursor, SortedMap<String, String> settings) {
        cursor.expect("(");
        do {
            String key = Pieces.name(cursor);
            String value = cursor.accept("=") ? Pieces.value(cursor) : "true";
            String kept = key.equals("publish") ? events(value) : value;
            if (kept.isEmpty() || kept.equals("false") || kept.equals("none")) {
                settings.remove(key);
            } else {
                settings.put(key, kept);
            }
        } while (cursor.accept(","));
        cursor.expect(")");
    }

    /** Returns what is published in the server's order; nothing where all is. */
    private static String events(String value) {
        List<String> wanted =
                Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(event -> !event.isEmpty())
                        .sorted()
                        .distinct()
                        .toList();
        return wanted.equals(ALL_EVENTS) ? "" : String.join(", ", wanted);
    }

    @Override
    public String text() {
        List<String> members = members(tables, schemas);
        String published =
                all
                        ? " FOR ALL TABLES"
                        : members.isEmpty() ? "" : " FOR " + String.join(", ", members);
        String with = settings.isEmpty() ? "" : " WITH " + written(settings);
        return "CREATE PUBLICATION " + name + published + with;
    }

    private static List<String> members(
            SortedMap<String, String> tables, SortedSet<String> schemas) {
        List<String> members = new ArrayList<>();
        if (!tables.isEmpty()) {
            members.add(
                    tables.entrySet().stream()
                            .map(table -> table.getKey() + table.getValue())
                            .collect(Collectors.joining(", ", "TABLE ", "")));
        }
        if (!schemas.isEmpty()) {
            members.add("TABLES IN SCHEMA " + String.join(", ", schemas));
        }
        return members;
    }

    private static String written(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + SqlNames.literal(setting.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String canonical() {
        return Pieces.canonical(text());
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        SortedMap<String, String> nowTables = new TreeMap<>(tables);
        SortedSet<String> nowSchemas = new TreeSet<>(schemas);
        SortedMap<String, String> nowSettings = new TreeMap<>(settings);
        if (cursor.accept("ADD")) {
            members(cursor, nowTables, nowSchemas);
        } else if (cursor.accept("DROP")) {
            SortedMap<String, String> lessTables = new TreeMap<>();
            SortedSet<String> lessSchemas = new TreeSet<>();
            members(cursor, lessTables, lessSchemas);
            nowTables.keySet().removeAll(lessTables.keySet());
            nowSchemas.removeAll(lessSchemas);
        } else if (cursor.at("SET", "(")) {
            cursor.expect("SET");
            settings(cursor, nowSettings);
        } else if (cursor.accept("SET")) {
            nowTables.clear();
            nowSchemas.clear();
            members(cursor, nowTables, nowSchemas);
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new PublicationDefinition(name, all, nowTables, nowSchemas, nowSettings));
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        if (!(after instanceof PublicationDefinition wanted) || all != wanted.all) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        String head = "ALTER PUBLICATION " + wanted.name + " ";
        members(wanted).forEach(action -> statements.add(head + action));
        SortedMap<String, String> changed = new TreeMap<>(wanted.settings);
        changed.entrySet().removeAll(settings.entrySet());
        settings.keySet().stream()
                .filter(key -> !wanted.settings.containsKey(key))
                .forEach(key -> changed.put(key, usual(key)));
        if (!changed.isEmpty()) {
            statements.add(head + "SET " + written(changed));
        }
        return Optional.of(statements);
    }

    /** Returns what is done to the members of this publication until they are those wanted. */
    private List<String> members(PublicationDefinition wanted) {
        SortedMap<String, String> addedTables = new TreeMap<>(wanted.tables);
        addedTables.entrySet().removeAll(tables.entrySet());
        SortedSet<String> addedSchemas = new TreeSet<>(wanted.schemas);
        addedSchemas.removeAll(schemas);
        SortedMap<String, String> goneTables = new TreeMap<>();
        tables.keySet().stream()
                .filter(table -> !wanted.tables.containsKey(table))
                .forEach(table -> goneTables.put(table, ""));
        SortedSet<String> goneSchemas = new TreeSet<>(schemas);
        goneSchemas.removeAll(wanted.schemas);
        boolean replaces = addedTables.keySet().stream().anyMatch(tables::containsKey);
        if (replaces) {
            return List.of("SET " + String.join(", ", members(wanted.tables, wanted.schemas)));
        }
        List<String> actions = new ArrayList<>();
        members(goneTables, goneSchemas).forEach(gone -> actions.add("DROP " + gone));
        members(addedTables, addedSchemas).forEach(added -> actions.add("ADD " + added));
        return actions;
    }

    /** Returns what a setting is where nothing is said. */
    private static String usual(String key) {
        return switch (key) {
            case "publish" -> "insert, update, delete, truncate";
            case "publish_generated_columns" -> "none";
            default -> "false";
        };
    }
}
