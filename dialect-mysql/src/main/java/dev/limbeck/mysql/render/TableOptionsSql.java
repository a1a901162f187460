package dev.limbeck.mysql.render;

import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.schema.Options;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the settings of tables. */
final class TableOptionsSql {
    static final String ENGINE = "engine";

    /** That a table keeps the rows it had; it has no value. */
    private static final String VERSIONING = "versioning";

    /** Settings that go back to what the server presumes by another word than {@code DEFAULT}. */
    private static final Map<String, String> UNSET =
            Map.of(
                    ENGINE,
                    "InnoDB",
                    "key_block_size",
                    "0",
                    "compression",
                    "'NONE'",
                    "encryption",
                    "'N'",
                    "max_rows",
                    "0",
                    "min_rows",
                    "0",
                    "avg_row_length",
                    "0",
                    "delay_key_write",
                    "0",
                    "checksum",
                    "0");

    private TableOptionsSql() {}

    /** Returns the settings of a table that is made, a text each. */
    static List<String> all(Options options, Optional<String> comment) {
        List<String> texts = new ArrayList<>();
        options.get(ENGINE).ifPresent(engine -> texts.add("ENGINE = " + engine));
        options.get(Options.COLLATION).ifPresent(named -> texts.add(collation(named)));
        options.values()
                .forEach(
                        (key, value) -> {
                            boolean apart =
                                    key.equals(ENGINE)
                                            || key.equals(Options.COLLATION)
                                            || key.equals(Options.FIRST_NUMBER)
                                            || key.equals(VERSIONING);
                            if (!apart) {
                                texts.add(setting(key, value));
                            }
                        });
        options.get(Options.FIRST_NUMBER)
                .ifPresent(number -> texts.add("AUTO_INCREMENT = " + number));
        comment.ifPresent(note -> texts.add(comment(note)));
        if (options.has(VERSIONING)) {
            texts.add("WITH SYSTEM VERSIONING");
        }
        return texts;
    }

    static String comment(String note) {
        return "COMMENT = " + MySqlLiterals.string(note);
    }

    private static String collation(String named) {
        return "DEFAULT CHARACTER SET " + Collations.charsetOf(named) + " COLLATE " + named;
    }

    private static String setting(String key, String value) {
        String words =
                key.replace(' ', '_').toUpperCase(Locale.ROOT).replace("DATA_DIR", "DATA DIR");
        return words + " = " + value;
    }

    /**
     * Returns the actions that change settings.
     *
     * @param presumed the collation of a table that says nothing of it
     */
    static List<String> changes(Options before, Options after, String presumed) {
        Set<String> keys = new LinkedHashSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        List<String> actions = new ArrayList<>();
        for (String key : keys) {
            Optional<String> now = after.get(key);
            if (before.get(key).equals(now) || key.equals(Options.FIRST_NUMBER)) {
                continue;
            }
            if (key.equals(VERSIONING)) {
                actions.add((now.isPresent() ? "ADD" : "DROP") + " SYSTEM VERSIONING");
            } else if (key.equals(Options.COLLATION)) {
                actions.add(collation(now.orElse(presumed)));
            } else {
                actions.add(setting(key, now.orElse(UNSET.getOrDefault(key, "DEFAULT"))));
            }
        }
        return actions;
    }
}
