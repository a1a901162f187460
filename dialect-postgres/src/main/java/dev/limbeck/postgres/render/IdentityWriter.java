package dev.limbeck.postgres.render;

import dev.limbeck.schema.Identity;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how sequences and identity columns count. */
final class IdentityWriter {
    private IdentityWriter() {}

    /** Returns an identity as it stands behind a column. */
    static String write(Identity identity) {
        List<String> options = options(identity.sequence());
        String counting = options.isEmpty() ? "" : " (" + String.join(" ", options) + ")";
        return "GENERATED " + generation(identity) + " AS IDENTITY" + counting;
    }

    private static String generation(Identity identity) {
        return identity.generation() == Identity.Generation.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    }

    /** Returns the settings that are not the server's defaults; the type left out. */
    static List<String> options(SequenceOptions counting) {
        List<String> options = new ArrayList<>();
        counting.start().ifPresent(number -> options.add("START WITH " + number));
        counting.increment().ifPresent(number -> options.add("INCREMENT BY " + number));
        counting.minimum().ifPresent(number -> options.add("MINVALUE " + number));
        counting.maximum().ifPresent(number -> options.add("MAXVALUE " + number));
        counting.cache().ifPresent(number -> options.add("CACHE " + number));
        if (counting.cycle()) {
            options.add("CYCLE");
        }
        return options;
    }

    /** Returns the settings that lead from one way of counting to another; the type left out. */
    static List<String> changes(SequenceOptions before, SequenceOptions after) {
        List<String> options = new ArrayList<>();
        if (!before.increment().equals(after.increment())) {
            options.add("INCREMENT BY " + number(after.increment(), BigInteger.ONE));
        }
        // the bounds that a type sets are others for a sequence that counts the other way
        boolean turned = SequenceWriter.descends(before) != SequenceWriter.descends(after);
        if (turned || !before.minimum().equals(after.minimum())) {
            options.add(after.minimum().map(n -> "MINVALUE " + n).orElse("NO MINVALUE"));
        }
        if (turned || !before.maximum().equals(after.maximum())) {
            options.add(after.maximum().map(n -> "MAXVALUE " + n).orElse("NO MAXVALUE"));
        }
        // the server keeps the start it has when the bounds change
        BigInteger start = after.start().orElseGet(() -> defaultStart(after));
        if (!before.start().orElseGet(() -> defaultStart(before)).equals(start)) {
            options.add("START WITH " + start);
        }
        if (!before.cache().equals(after.cache())) {
            options.add("CACHE " + number(after.cache(), BigInteger.ONE));
        }
        if (before.cycle() != after.cycle()) {
            options.add(after.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return options;
    }

    private static BigInteger number(Optional<BigInteger> value, BigInteger otherwise) {
        return value.orElse(otherwise);
    }

    private static BigInteger defaultStart(SequenceOptions counting) {
        return SequenceWriter.descends(counting)
                ? counting.maximum().orElse(BigInteger.ONE.negate())
                : counting.minimum().orElse(BigInteger.ONE);
    }

    /** Returns the actions that lead from one identity to another, behind the column's name. */
    static List<String> changes(Identity before, Identity after) {
        List<String> actions = new ArrayList<>();
        if (before.generation() != after.generation()) {
            actions.add("SET GENERATED " + generation(after));
        }
        changes(before.sequence(), after.sequence())
                .forEach(option -> actions.add("SET " + option));
        if (SequenceWriter.startsAgain(before.sequence(), after.sequence())) {
            actions.add("RESTART");
        }
        return actions;
    }
}
