package dev.limbeck.mutations;

import dev.limbeck.mutations.Mutation.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many faults of each kind were found, and by which command. */
final class MutationFigures {
    private static final String ROW = "%-36s %5s %9s %7s %6s %4s %9s%n";

    /** The numbers of one kind. */
    private static final class Count {
        private int made;
        private int validate;
        private int verify;
        private int check;
        private int found;
        private int harmless;

        private void add(Verdict verdict) {
            made++;
            validate += verdict.validate().isEmpty() ? 0 : 1;
            verify += verdict.verify().isEmpty() ? 0 : 1;
            check += verdict.check().isEmpty() ? 0 : 1;
            found += verdict.saysNothing() ? 0 : 1;
        }

        private String line(String words) {
            return String.format(
                    Locale.ROOT, ROW, words, made, validate, verify, check, found, harmless);
        }
    }

    private final String title;
    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private final Count all = new Count();
    private final List<Mutation> missed = new ArrayList<>();

    MutationFigures(String title) {
        this.title = title;
    }

    /** Counts a fault. */
    void add(Mutation mutation, Verdict verdict) {
        of(mutation).add(verdict);
        all.add(verdict);
        if (verdict.saysNothing()) {
            missed.add(mutation);
        }
    }

    /** Counts a change after which the database does the same. */
    void addHarmless(Mutation mutation) {
        of(mutation).harmless++;
        all.harmless++;
    }

    private Count of(Mutation mutation) {
        return counts.computeIfAbsent(mutation.kind(), unused -> new Count());
    }

    /** Returns the faults that nobody found. */
    List<Mutation> missed() {
        return List.copyOf(missed);
    }

    /** Returns the part of a kind's faults that was found; all where there was none. */
    double found(Kind kind) {
        Count count = counts.getOrDefault(kind, new Count());
        return count.made == 0 ? 1 : (double) count.found / count.made;
    }

    /** Returns the numbers as a table, and what nobody found. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        ROW,
                        title,
                        "made",
                        "validate",
                        "verify",
                        "check",
                        "any",
                        "harmless"));
        counts.forEach((kind, count) -> text.append(count.line(kind.words())));
        text.append(all.line("all"));
        missed.forEach(mutation -> text.append("not found: ").append(mutation).append('\n'));
        return text.toString();
    }
}
