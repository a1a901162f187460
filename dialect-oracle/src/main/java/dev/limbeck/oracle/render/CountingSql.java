package dev.limbeck.oracle.render;

import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes how sequences and identity columns count. */
final class CountingSql {
    private static final List<String> SETTINGS = List.of("keep", "scale", "shard");

    private CountingSql() {}

    /** Returns the options that have to be said. */
    static List<String> options(SequenceOptions options) {
        List<String> all = new ArrayList<>();
        options.start().ifPresent(value -> all.add("START WITH " + value));
        options.increment().ifPresent(value -> all.add("INCREMENT BY " + value));
        options.minimum().ifPresent(value -> all.add("MINVALUE " + value));
        options.maximum().ifPresent(value -> all.add("MAXVALUE " + value));
        if (options.cycle()) {
            all.add("CYCLE");
        }
        options.cache().ifPresent(value -> all.add(cache(value)));
        if (options.options().has(OracleOptions.ORDERED)) {
            all.add("ORDER");
        }
        for (String setting : SETTINGS) {
            options.options().get(setting).ifPresent(value -> all.add(words(setting, value)));
        }
        return all;
    }

    private static String words(String setting, String value) {
        return (setting + " " + value).strip().toUpperCase(Locale.ROOT);
    }

    /** A cache of one value is none. */
    private static String cache(BigInteger value) {
        return value.compareTo(BigInteger.ONE) <= 0 ? "NOCACHE" : "CACHE " + value;
    }

    /** Returns what makes a sequence count otherwise. */
    static List<String> alteration(SequenceOptions before, SequenceOptions after) {
        List<String> all = new ArrayList<>();
        if (!before.increment().equals(after.increment())) {
            all.add("INCREMENT BY " + after.increment().orElse(BigInteger.ONE));
        }
        if (!before.minimum().equals(after.minimum())) {
            all.add(limit("MINVALUE", after.minimum()));
        }
        if (!before.maximum().equals(after.maximum())) {
            all.add(limit("MAXVALUE", after.maximum()));
        }
        if (before.cycle() != after.cycle()) {
            all.add(after.cycle() ? "CYCLE" : "NOCYCLE");
        }
        if (!before.cache().equals(after.cache())) {
            all.add(after.cache().map(CountingSql::cache).orElse("CACHE 20"));
        }
        boolean ordered = after.options().has(OracleOptions.ORDERED);
        if (before.options().has(OracleOptions.ORDERED) != ordered) {
            all.add(ordered ? "ORDER" : "NOORDER");
        }
        for (String setting : SETTINGS) {
            Optional<String> now = after.options().get(setting);
            if (!before.options().get(setting).equals(now)) {
                all.add(
                        now.map(value -> words(setting, value))
                                .orElse("NO" + setting.toUpperCase(Locale.ROOT)));
            }
        }
        return all;
    }

    private static String limit(String word, Optional<BigInteger> value) {
        return value.map(number -> word + " " + number).orElse("NO" + word);
    }
}
