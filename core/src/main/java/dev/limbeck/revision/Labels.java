package dev.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/**
 * Which labels each revision of a graph has, stated or inherited.
 *
 * <p>A label holds for the revision that states it and for all above it by parent link. It spreads
 * downwards too, to the nearest branch point or merge point, but only along a line that neither
 * splits nor merges above the revision that states it. A dependent on another line makes a branch
 * point here.
 */
final class Labels {
    private static final BitSet NONE = new BitSet();

    private final List<String> texts;
    private final BitSet[] held;

    private Labels(List<String> texts, BitSet[] held) {
        this.texts = texts;
        this.held = held;
    }

    /**
     * Spreads labels.
     *
     * @param owners the revision that states each label
     * @param upwards all revisions, each after its parents
     * @param requiredBy children and dependents of each revision
     */
    static Labels spread(
            SortedMap<String, Integer> owners,
            int[] upwards,
            Links parents,
            Links children,
            Links requiredBy) {
        BitSet[] stated = new BitSet[parents.size()];
        int label = 0;
        for (int owner : owners.values()) {
            if (stated[owner] == null) {
                stated[owner] = new BitSet();
            }
            stated[owner].set(label++);
        }
        BitSet[] held = new BitSet[parents.size()];
        for (int index : upwards) {
            BitSet labels = stated[index] == null ? NONE : stated[index];
            for (int parent : parents.from(index)) {
                labels = union(held[parent], labels);
            }
            held[index] = labels;
        }
        BitSet[] carried = new BitSet[parents.size()];
        for (int at = upwards.length - 1; at >= 0; at--) {
            int index = upwards[at];
            boolean plain = parents.from(index).length < 2 && requiredBy.from(index).length < 2;
            int[] above = children.from(index);
            BitSet fromAbove = plain && above.length == 1 ? carried[above[0]] : NONE;
            if (plain && fromAbove != null) {
                carried[index] =
                        stated[index] == null ? fromAbove : union(fromAbove, stated[index]);
                held[index] = union(held[index], carried[index]);
            }
        }
        return new Labels(List.copyOf(owners.keySet()), held);
    }

    /** Returns the union, one of both itself where it is the union: most revisions share a set. */
    private static BitSet union(BitSet one, BitSet other) {
        if (other.isEmpty() || one.equals(other)) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /** Returns the labels of a revision, sorted. */
    List<String> of(int index) {
        return held[index].stream().mapToObj(texts::get).toList();
    }
}
