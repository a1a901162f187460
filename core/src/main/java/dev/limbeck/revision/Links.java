package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Links from each revision to others of the same graph, all by their index. Immutable. */
final class Links {
    private final int[][] targets;

    /** Makes links; the arrays are the links' own from here on. */
    Links(int[][] targets) {
        this.targets = targets;
    }

    int size() {
        return targets.length;
    }

    /** Returns where the links of a revision lead; not to be changed. */
    int[] from(int index) {
        return targets[index];
    }

    /** Returns whether there is no link at all. */
    boolean isEmpty() {
        for (int[] row : targets) {
            if (row.length > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the links of both; a link that both have counts once, the first one's come first. */
    Links and(Links other) {
        if (other.isEmpty()) {
            return this;
        }
        int[][] both = new int[targets.length][];
        for (int index = 0; index < both.length; index++) {
            int[] first = targets[index];
            int[] second = other.targets[index];
            both[index] =
                    second.length == 0
                            ? first
                            : IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                                    .distinct()
                                    .toArray();
        }
        return new Links(both);
    }

    /** Returns the links the other way round, each revision's sorted. */
    Links reversed() {
        int[] counts = new int[targets.length];
        for (int[] row : targets) {
            for (int target : row) {
                counts[target]++;
            }
        }
        int[][] sources = new int[targets.length][];
        for (int index = 0; index < sources.length; index++) {
            sources[index] = new int[counts[index]];
        }
        for (int index = targets.length - 1; index >= 0; index--) {
            for (int target : targets[index]) {
                sources[target][--counts[target]] = index;
            }
        }
        return new Links(sources);
    }

    /** Returns some revisions and everything that links lead to from them. */
    BitSet reach(BitSet starts) {
        BitSet reached = (BitSet) starts.clone();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        starts.stream().forEach(open::push);
        while (!open.isEmpty()) {
            for (int target : targets[open.pop()]) {
                if (!reached.get(target)) {
                    reached.set(target);
                    open.push(target);
                }
            }
        }
        return reached;
    }

    /** Returns the revisions no link leads from. */
    BitSet ends() {
        BitSet ends = new BitSet(targets.length);
        for (int index = 0; index < targets.length; index++) {
            ends.set(index, targets[index].length == 0);
        }
        return ends;
    }

    /** Returns whether some links lead back to where they began. */
    boolean haveCycle() {
        return sortable(reversed()).length < targets.length;
    }

    /**
     * Returns all revisions, each after those its links lead to; there must be no cycle.
     *
     * @param sources these links {@linkplain #reversed() the other way round}
     */
    int[] targetsFirst(Links sources) {
        int[] sorted = sortable(sources);
        if (sorted.length < targets.length) {
            throw new IllegalStateException("the links form a cycle");
        }
        return sorted;
    }

    /** Returns the revisions whose links lead to no cycle, each after those they lead to. */
    private int[] sortable(Links sources) {
        int[] missing = new int[targets.length];
        int[] sorted = new int[targets.length];
        int found = 0;
        for (int index = 0; index < targets.length; index++) {
            missing[index] = targets[index].length;
            if (missing[index] == 0) {
                sorted[found++] = index;
            }
        }
        for (int done = 0; done < found; done++) {
            for (int source : sources.from(sorted[done])) {
                if (--missing[source] == 0) {
                    sorted[found++] = source;
                }
            }
        }
        return found == sorted.length ? sorted : Arrays.copyOf(sorted, found);
    }
}
