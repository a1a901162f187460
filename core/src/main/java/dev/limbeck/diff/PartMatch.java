package dev.limbeck.diff;

import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.TablePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which parts of a relation as it is are which parts of the relation as it shall be.
 *
 * @param kept pairs that differ in nothing but their comments
 * @param renamed pairs that differ in their names, and perhaps in their comments
 * @param altered pairs of one name whose definitions differ, but can be altered in place
 * @param dropped parts that are to go
 * @param added parts that are to come
 */
record PartMatch(
        List<Pair> kept,
        List<Pair> renamed,
        List<Pair> altered,
        List<TablePart> dropped,
        List<TablePart> added) {
    /** A part as it is and as it shall be. */
    record Pair(TablePart before, TablePart after) {}

    /**
     * Matches parts.
     *
     * @param hints for a kind and a new name the old name
     */
    static PartMatch of(
            List<TablePart> before,
            List<TablePart> after,
            Map<PartKind, Map<String, String>> hints,
            ChangeRules rules) {
        List<TablePart> left = new ArrayList<>(before);
        List<TablePart> open = new ArrayList<>(after);
        List<Pair> kept =
                pairs(left, open, part -> part.withComment(Optional.empty()), (a, b) -> true);
        List<Pair> renamed = hinted(left, open, hints, rules);
        List<Pair> altered =
                pairs(left, open, part -> List.of(part.kind(), part.name()), rules::altersInPlace);
        renamed.addAll(
                pairs(
                        left,
                        open,
                        PartMatch::nameless,
                        (a, b) -> isRenamedUnasked(a) && rules.renames(a)));
        return new PartMatch(kept, renamed, altered, left, open);
    }

    private static TablePart nameless(TablePart part) {
        return part.withName(PartName.unknown()).withComment(Optional.empty());
    }

    private static boolean isRenamedUnasked(TablePart part) {
        return part.kind() == PartKind.CONSTRAINT || part.kind() == PartKind.INDEX;
    }

    private static List<Pair> hinted(
            List<TablePart> left,
            List<TablePart> open,
            Map<PartKind, Map<String, String>> hints,
            ChangeRules rules) {
        List<Pair> found = new ArrayList<>();
        for (TablePart after : List.copyOf(open)) {
            String old = hints.getOrDefault(after.kind(), Map.of()).get(after.name().value());
            Optional<TablePart> before =
                    left.stream()
                            .filter(part -> part.kind() == after.kind())
                            .filter(part -> part.name().value().equals(old))
                            .filter(part -> part.sameDefinition(after) && rules.renames(part))
                            .findFirst();
            if (before.isPresent()) {
                found.add(new Pair(before.get(), after));
                left.remove(before.get());
                open.remove(after);
            }
        }
        return found;
    }

    /** Takes from two lists the pairs that have the same key. */
    private static List<Pair> pairs(
            List<TablePart> left,
            List<TablePart> open,
            Function<TablePart, Object> key,
            BiPredicate<TablePart, TablePart> fits) {
        Map<Object, Deque<TablePart>> byKey = new HashMap<>();
        left.forEach(
                part ->
                        byKey.computeIfAbsent(key.apply(part), absent -> new ArrayDeque<>())
                                .add(part));
        List<Pair> found = new ArrayList<>();
        for (TablePart after : List.copyOf(open)) {
            Deque<TablePart> candidates = byKey.get(key.apply(after));
            TablePart before = candidates == null ? null : candidates.peek();
            if (candidates != null && before != null && fits.test(before, after)) {
                candidates.remove();
                found.add(new Pair(before, after));
                left.remove(before);
                open.remove(after);
            }
        }
        return found;
    }

    /** Returns the part that shall be in the place of one that stays. */
    Optional<TablePart> successor(TablePart before) {
        for (List<Pair> pairs : List.of(kept, renamed, altered)) {
            for (Pair pair : pairs) {
                if (pair.before().equals(before)) {
                    return Optional.of(pair.after());
                }
            }
        }
        return Optional.empty();
    }
}
