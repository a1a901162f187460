package dev.limbeck.h2.render;

import dev.limbeck.h2.model.Counting;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how sequences and identity columns count. */
final class SequenceSql {
    private SequenceSql() {}

    /** How values of a type are counted. */
    record Counted(ColumnType type, SequenceOptions options) {
        private BigInteger start() {
            Counting counting = new Counting(type);
            return options.start()
                    .orElseGet(
                            () ->
                                    isUp()
                                            ? options.minimum().orElse(counting.minimum(true))
                                            : options.maximum().orElse(counting.maximum(false)));
        }

        private boolean isUp() {
            return options.increment().orElse(BigInteger.ONE).signum() > 0;
        }
    }

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
        return all;
    }

    private static String cache(BigInteger value) {
        return value.equals(BigInteger.ONE) ? "NO CACHE" : "CACHE " + value;
    }

    /** Returns the options of a column that begins to be numbered. */
    static List<String> identityOptions(SequenceOptions options) {
        return options(options).stream()
                .map(option -> option.startsWith("START") ? option : "SET " + option)
                .toList();
    }

    /** Returns what makes an identity column count otherwise. */
    static List<String> identityAlteration(Counted before, Counted after, boolean retyped) {
        return alteration(before, after, retyped).stream()
                .map(
                        option ->
                                option.startsWith("START") || option.startsWith("RESTART")
                                        ? option
                                        : "SET " + option)
                .toList();
    }

    /**
     * Returns what makes a sequence count otherwise.
     *
     * @param retyped whether the type of the values changes, which leaves the limits as they were
     */
    static List<String> alteration(Counted before, Counted after, boolean retyped) {
        SequenceOptions old = before.options();
        SequenceOptions now = after.options();
        boolean turned = before.isUp() != after.isUp();
        boolean limits = turned || retyped;
        List<String> all = new ArrayList<>();
        if (!before.start().equals(after.start())) {
            all.add("START WITH " + after.start());
        }
        if (turned) {
            all.add("RESTART WITH " + after.start());
        }
        if (!old.increment().equals(now.increment())) {
            all.add("INCREMENT BY " + now.increment().orElse(BigInteger.ONE));
        }
        if (limits || !old.minimum().equals(now.minimum())) {
            all.add(limit("MINVALUE", now.minimum()));
        }
        if (limits || !old.maximum().equals(now.maximum())) {
            all.add(limit("MAXVALUE", now.maximum()));
        }
        if (old.cycle() != now.cycle()) {
            all.add(now.cycle() ? "CYCLE" : "NO CYCLE");
        }
        if (!old.cache().equals(now.cache())) {
            now.cache().ifPresent(value -> all.add(cache(value)));
            if (now.cache().isEmpty()) {
                all.add("CACHE " + usualCache(after));
            }
        }
        return all;
    }

    private static BigInteger usualCache(Counted counted) {
        return new Counting(counted.type()).usualCache(counted.options());
    }

    private static String limit(String word, Optional<BigInteger> value) {
        return value.map(number -> word + " " + number).orElse("NO " + word);
    }
}
