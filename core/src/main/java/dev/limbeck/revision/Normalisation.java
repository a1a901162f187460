package dev.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Drops the dependencies that an ancestor of the line has already. */
final class Normalisation {
    private final Links parents;
    private final Links dependencies;
    private final int[] upwards;
    private final BitSet[] dropped;

    private Normalisation(Links parents, Links dependencies, int[] upwards) {
        this.parents = parents;
        this.dependencies = dependencies;
        this.upwards = upwards;
        dropped = new BitSet[upwards.length];
        Arrays.setAll(dropped, index -> new BitSet());
    }

    /**
     * Returns the dependencies that say something new.
     *
     * @param upwards all revisions, each after its parents
     */
    static Links of(Links parents, Links dependencies, int[] upwards) {
        int[] repeated = repeatedTargets(dependencies, upwards);
        if (repeated.length == 0) {
            return dependencies;
        }
        Normalisation normalisation = new Normalisation(parents, dependencies, upwards);
        // 64 targets at once, a bit each, which keeps the whole far from quadratic
        for (int from = 0; from < repeated.length; from += Long.SIZE) {
            int to = Math.min(from + Long.SIZE, repeated.length);
            normalisation.markDropped(Arrays.copyOfRange(repeated, from, to));
        }
        return normalisation.kept();
    }

    /** Returns what several revisions depend on, sorted: nothing else can be said twice. */
    private static int[] repeatedTargets(Links dependencies, int[] upwards) {
        int[] wantedBy = new int[upwards.length];
        for (int index : upwards) {
            for (int target : dependencies.from(index)) {
                wantedBy[target]++;
            }
        }
        return IntStream.range(0, wantedBy.length).filter(index -> wantedBy[index] > 1).toArray();
    }

    private void markDropped(int[] targets) {
        long[] had = new long[upwards.length];
        for (int index : upwards) {
            for (int parent : parents.from(index)) {
                had[index] |= had[parent];
            }
            long own = 0;
            int[] all = dependencies.from(index);
            for (int position = 0; position < all.length; position++) {
                int bit = Arrays.binarySearch(targets, all[position]);
                if (bit >= 0) {
                    own |= 1L << bit;
                    dropped[index].set(position, (had[index] >> bit & 1) == 1);
                }
            }
            had[index] |= own;
        }
    }

    private Links kept() {
        int[][] kept = new int[upwards.length][];
        for (int index = 0; index < kept.length; index++) {
            int[] all = dependencies.from(index);
            BitSet gone = dropped[index];
            kept[index] =
                    IntStream.range(0, all.length)
                            .filter(position -> !gone.get(position))
                            .map(position -> all[position])
                            .toArray();
        }
        return new Links(kept);
    }
}
