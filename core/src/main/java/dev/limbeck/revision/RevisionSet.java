package dev.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some revisions of one graph. Immutable; sets of different graphs can't be mixed.
 *
 * <p>Made by the queries of {@link RevisionGraph}.
 */
public final class RevisionSet {
    private final RevisionGraph graph;
    private final BitSet members;

    /** Makes a set; the bits are the set's own from here on. */
    RevisionSet(RevisionGraph graph, BitSet members) {
        this.graph = graph;
        this.members = members;
    }

    public boolean contains(RevisionId id) {
        return members.get(graph.indexOf(id));
    }

    public boolean containsAll(Collection<RevisionId> ids) {
        return ids.stream().allMatch(this::contains);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public int size() {
        return members.cardinality();
    }

    /** Returns the ids, sorted. */
    public List<RevisionId> ids() {
        return members.stream().mapToObj(graph::idAt).toList();
    }

    /** Returns what both sets have. */
    public RevisionSet and(RevisionSet other) {
        BitSet both = copy(other);
        both.and(other.members);
        return new RevisionSet(graph, both);
    }

    /** Returns what this set has and the other one hasn't. */
    public RevisionSet minus(RevisionSet other) {
        BitSet rest = copy(other);
        rest.andNot(other.members);
        return new RevisionSet(graph, rest);
    }

    /** Returns what either set has. */
    public RevisionSet plus(RevisionSet other) {
        BitSet all = copy(other);
        all.or(other.members);
        return new RevisionSet(graph, all);
    }

    /** Returns the revisions in the order an upgrade runs them. */
    public List<Revision> upwards() {
        int[] sorted = graph.downwards(members);
        return IntStream.range(0, sorted.length)
                .map(at -> sorted[sorted.length - 1 - at])
                .mapToObj(graph::revisionAt)
                .toList();
    }

    /** Returns the revisions in the order a downgrade runs them, the newest first. */
    public List<Revision> downwards() {
        return Arrays.stream(graph.downwards(members)).mapToObj(graph::revisionAt).toList();
    }

    BitSet bits() {
        return (BitSet) members.clone();
    }

    private BitSet copy(RevisionSet other) {
        if (other.graph != graph) {
            throw new IllegalArgumentException("sets of two graphs");
        }
        return bits();
    }
}
