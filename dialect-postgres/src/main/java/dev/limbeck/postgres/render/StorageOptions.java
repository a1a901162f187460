package dev.limbeck.postgres.render;

import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes storage parameters. */
final class StorageOptions {
    private static final Pattern BARE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|-?[0-9]+(\\.[0-9]+)?");

    private StorageOptions() {}

    /** Returns a {@code WITH} clause with a blank before it; nothing where there are none. */
    static String with(Options options) {
        return options.isEmpty() ? "" : " WITH (" + list(options.values()) + ")";
    }

    /** Returns the actions that lead from some parameters to others. */
    static List<String> changes(Options before, Options after) {
        List<String> actions = new ArrayList<>();
        List<String> reset =
                before.values().keySet().stream().filter(key -> !after.has(key)).toList();
        Map<String, String> set =
                after.values().entrySet().stream()
                        .filter(
                                entry ->
                                        !before.get(entry.getKey())
                                                .equals(Optional.of(entry.getValue())))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (a, b) -> b,
                                        TreeMap::new));
        if (!set.isEmpty()) {
            actions.add("SET (" + list(set) + ")");
        }
        if (!reset.isEmpty()) {
            actions.add("RESET (" + String.join(", ", reset) + ")");
        }
        return actions;
    }

    private static String list(Map<String, String> options) {
        return options.entrySet().stream()
                .map(
                        entry ->
                                entry.getValue().isEmpty()
                                        ? entry.getKey()
                                        : entry.getKey() + " = " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String text) {
        return BARE.matcher(text).matches() ? text : SqlNames.literal(text);
    }
}
