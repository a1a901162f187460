package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a text is cut into words, and which dictionaries look up which kind of them.
 *
 * @param name its name as SQL
 * @param parser what cuts the text
 * @param mappings the dictionaries, by kind of word, in the order in which they are asked
 */
record SearchConfigurationDefinition(
        String name, String parser, SortedMap<String, List<String>> mappings)
        implements Definition {
    private static final List<String> ASCII_WORDS =
            List.of("asciihword", "asciiword", "hword_asciipart");
    private static final List<String> WORDS = List.of("hword", "hword_part", "word");
    private static final List<String> OTHERS =
            List.of(
                    "email",
                    "file",
                    "float",
                    "host",
                    "hword_numpart",
                    "int",
                    "numhword",
                    "numword",
                    "sfloat",
                    "uint",
                    "url",
                    "url_path",
                    "version");

    /** The server's own languages whose ASCII words are taken for English ones. */
    private static final List<String> IN_OTHER_LETTERS = List.of("hindi", "russian");

    SearchConfigurationDefinition {
        mappings = Collections.unmodifiableSortedMap(new TreeMap<>(mappings));
    }

    static SearchConfigurationDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "TEXT", "SEARCH", "CONFIGURATION");
        String name = Pieces.name(cursor);
        cursor.expect("(");
        SearchConfigurationDefinition made;
        if (cursor.accept("COPY")) {
            cursor.expect("=");
            made = new SearchConfigurationDefinition(name, "default", copied(cursor));
        } else {
            cursor.expect("PARSER", "=");
            made = new SearchConfigurationDefinition(name, own(cursor), new TreeMap<>());
        }
        cursor.expect(")");
        while (cursor.accept(";", "ALTER", "TEXT", "SEARCH", "CONFIGURATION")) {
            Pieces.name(cursor);
            made =
                    (SearchConfigurationDefinition)
                            made.altered(cursor).orElseThrow(cursor::unexpected);
        }
        cursor.requireEnd();
        return made;
    }

    /** Takes the name of what may be the server's own. */
    private static String own(TokenCursor cursor) {
        cursor.accept("pg_catalog", ".");
        return Pieces.name(cursor);
    }

    /** Takes the name of one of the server's own configurations and returns what it maps. */
    private static SortedMap<String, List<String>> copied(TokenCursor cursor) {
        if (cursor.peek(1).isSymbol(".") && !cursor.at("pg_catalog")) {
            throw cursor.unexpected();
        }
        String language = own(cursor);
        SortedMap<String, List<String>> mappings = new TreeMap<>();
        boolean simple = language.equals("simple");
        String stem = simple ? language : language + "_stem";
        String ascii = IN_OTHER_LETTERS.contains(language) ? "english_stem" : stem;
        ASCII_WORDS.forEach(kind -> mappings.put(kind, List.of(ascii)));
        WORDS.forEach(kind -> mappings.put(kind, List.of(stem)));
        OTHERS.forEach(kind -> mappings.put(kind, List.of("simple")));
        return mappings;
    }

    @Override
    public String text() {
        StringBuilder text =
                new StringBuilder("CREATE TEXT SEARCH CONFIGURATION ")
                        .append(name)
                        .append(" (PARSER = ")
                        .append(quotedWhereReserved(parser))
                        .append(')');
        actions("ADD MAPPING FOR ", mappings)
                .forEach(action -> text.append(";\n").append(head()).append(action));
        return text.toString();
    }

    /** The default parser is called by a reserved word. */
    private static String quotedWhereReserved(String parser) {
        return parser.equals("default") ? "\"default\"" : parser;
    }

    private String head() {
        return "ALTER TEXT SEARCH CONFIGURATION " + name + " ";
    }

    /** Returns an action for each list of dictionaries, for all kinds of words it looks up. */
    private static List<String> actions(String words, Map<String, List<String>> mappings) {
        Map<List<String>, List<String>> kinds = new LinkedHashMap<>();
        mappings.forEach(
                (kind, dictionaries) ->
                        kinds.computeIfAbsent(dictionaries, key -> new ArrayList<>()).add(kind));
        List<String> actions = new ArrayList<>();
        kinds.forEach(
                (dictionaries, all) ->
                        actions.add(
                                words
                                        + String.join(", ", all)
                                        + " WITH "
                                        + String.join(", ", dictionaries)));
        return actions;
    }

    @Override
    public String canonical() {
        return parser + " " + mappings;
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        SortedMap<String, List<String>> now = new TreeMap<>(mappings);
        if (cursor.accept("ADD", "MAPPING", "FOR")) {
            map(cursor, now);
        } else if (cursor.accept("ALTER", "MAPPING", "FOR")) {
            int start = cursor.mark();
            List<String> kinds = Pieces.names(cursor);
            if (cursor.at("REPLACE")) {
                replace(cursor, kinds, now);
            } else {
                cursor.go(start);
                map(cursor, now);
            }
        } else if (cursor.accept("ALTER", "MAPPING")) {
            replace(cursor, List.copyOf(now.keySet()), now);
        } else if (cursor.accept("DROP", "MAPPING")) {
            cursor.accept("IF", "EXISTS");
            cursor.expect("FOR");
            Pieces.names(cursor).forEach(now::remove);
        } else {
            return Optional.empty();
        }
        return Optional.of(new SearchConfigurationDefinition(name, parser, now));
    }

    private static void map(TokenCursor cursor, SortedMap<String, List<String>> mappings) {
        List<String> kinds = Pieces.names(cursor);
        cursor.expect("WITH");
        List<String> dictionaries = dictionaries(cursor);
        kinds.forEach(kind -> mappings.put(kind, dictionaries));
    }

    private static void replace(
            TokenCursor cursor, List<String> kinds, SortedMap<String, List<String>> mappings) {
        cursor.expect("REPLACE");
        String old = own(cursor);
        cursor.expect("WITH");
        String wanted = own(cursor);
        kinds.forEach(
                kind ->
                        mappings.computeIfPresent(
                                kind,
                                (same, dictionaries) ->
                                        dictionaries.stream()
                                                .map(one -> one.equals(old) ? wanted : one)
                                                .toList()));
    }

    private static List<String> dictionaries(TokenCursor cursor) {
        List<String> found = new ArrayList<>();
        do {
            found.add(own(cursor));
        } while (cursor.accept(","));
        return List.copyOf(found);
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        if (!(after instanceof SearchConfigurationDefinition wanted)
                || !parser.equals(wanted.parser)) {
            return Optional.empty();
        }
        Map<String, List<String>> added = new TreeMap<>(wanted.mappings);
        added.keySet().removeAll(mappings.keySet());
        Map<String, List<String>> changed = new TreeMap<>(wanted.mappings);
        changed.keySet().removeAll(added.keySet());
        changed.entrySet().removeAll(mappings.entrySet());
        TreeSet<String> gone = new TreeSet<>(mappings.keySet());
        gone.removeAll(wanted.mappings.keySet());
        List<String> actions = new ArrayList<>();
        if (!gone.isEmpty()) {
            actions.add("DROP MAPPING FOR " + String.join(", ", gone));
        }
        actions.addAll(actions("ALTER MAPPING FOR ", changed));
        actions.addAll(actions("ADD MAPPING FOR ", added));
        return Optional.of(actions.stream().map(action -> wanted.head() + action).toList());
    }
}
