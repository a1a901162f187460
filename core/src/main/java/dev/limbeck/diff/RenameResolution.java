package dev.limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Tells which hints about former names still have work to do, and in which order the renames can
 * run without two things bearing one name.
 *
 * <p>A hint stays in the schema files after it has done its work, so one that has is passed over
 * without a word: its old name is gone, or its new name is taken by something that stays.
 *
 * @param <N> what a name is
 */
final class RenameResolution<N extends Comparable<? super N>> {
    /** One rename, in the order in which they run. */
    record Step<N>(N from, N to) {}

    private final SortedMap<N, N> oldByNew;

    private RenameResolution(SortedMap<N, N> oldByNew) {
        this.oldByNew = oldByNew;
    }

    /**
     * Finds the hints that have work to do.
     *
     * @param actual the names there are
     * @param desired the names there shall be
     * @param hints for a new name the old one; no old name stands twice
     * @param done asked of a ring of renames (a and b change places): whether it was run already,
     *     by its new names
     */
    static <N extends Comparable<? super N>> RenameResolution<N> of(
            Set<N> actual, Set<N> desired, Map<N, N> hints, Predicate<Set<N>> done) {
        SortedMap<N, N> live = new TreeMap<>();
        hints.forEach(
                (to, from) -> {
                    if (!to.equals(from) && actual.contains(from) && desired.contains(to)) {
                        live.put(to, from);
                    }
                });
        boolean changed = true;
        while (changed) {
            Set<N> leaving = new HashSet<>(live.values());
            changed =
                    live.entrySet()
                            .removeIf(
                                    hint ->
                                            (actual.contains(hint.getKey())
                                                            && !leaving.contains(hint.getKey()))
                                                    || (desired.contains(hint.getValue())
                                                            && !live.containsKey(hint.getValue())));
        }
        for (SortedSet<N> ring : rings(live)) {
            if (done.test(ring)) {
                live.keySet().removeAll(ring);
            }
        }
        return new RenameResolution<>(live);
    }

    /** Returns for each new name the old one. */
    SortedMap<N, N> oldByNew() {
        return oldByNew;
    }

    /** Returns the rings: sets of names that only change places among each other. */
    static <N extends Comparable<? super N>> List<SortedSet<N>> rings(Map<N, N> renames) {
        List<SortedSet<N>> rings = new ArrayList<>();
        Set<N> seen = new HashSet<>();
        for (N start : renames.keySet()) {
            SortedSet<N> path = new TreeSet<>();
            N name = start;
            while (renames.containsKey(name) && !seen.contains(name) && path.add(name)) {
                name = renames.get(name);
            }
            if (!path.isEmpty() && name.equals(start)) {
                rings.add(path);
            }
            seen.addAll(path);
        }
        return rings;
    }

    /**
     * Returns the renames in an order in which each new name is free; where names form a ring, one
     * of them takes a detour.
     *
     * @param detour makes a name that nothing bears, from an old and a new one
     */
    List<Step<N>> steps(BinaryOperator<N> detour) {
        List<Step<N>> steps = new ArrayList<>();
        List<Step<N>> last = new ArrayList<>();
        Map<N, N> waiting = new TreeMap<>(oldByNew);
        Map<N, N> newByOld = new HashMap<>();
        waiting.forEach((to, from) -> newByOld.put(from, to));
        for (SortedSet<N> ring : rings(waiting)) {
            N to = ring.first();
            N from = Objects.requireNonNull(oldByNew.get(to));
            N aside = detour.apply(from, to);
            steps.add(new Step<>(from, aside));
            last.add(new Step<>(aside, to));
            waiting.remove(to);
            newByOld.remove(from);
        }
        for (N to : List.copyOf(waiting.keySet())) {
            release(to, waiting, newByOld, steps);
        }
        steps.addAll(last);
        return steps;
    }

    /** Appends the rename that gives a name, after the renames that free it. */
    private static <N> void release(
            N to, Map<N, N> waiting, Map<N, N> newByOld, List<Step<N>> steps) {
        List<N> path = new ArrayList<>();
        N name = to;
        while (waiting.containsKey(name)) {
            path.add(0, name);
            N next = newByOld.get(name);
            if (next == null) {
                break;
            }
            name = next;
        }
        for (N free : path) {
            N from = waiting.remove(free);
            if (from != null) {
                steps.add(new Step<>(from, free));
            }
        }
    }
}
