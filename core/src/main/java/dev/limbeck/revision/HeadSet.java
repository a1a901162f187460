package dev.limbeck.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rows of a version table: what a database says is applied. Ids may be unknown to the graph.
 */
public record HeadSet(List<RevisionId> ids) {
    public HeadSet {
        SortedSet<RevisionId> sorted = new TreeSet<>(ids);
        if (sorted.size() != ids.size()) {
            throw new IllegalArgumentException("a revision stands twice in " + ids);
        }
        ids = List.copyOf(sorted);
    }

    /** Returns the rows of a database in which nothing is applied. */
    public static HeadSet empty() {
        return new HeadSet(List.of());
    }

    /** Returns a set of rows, sorted. */
    public static HeadSet of(Collection<RevisionId> ids) {
        return new HeadSet(List.copyOf(ids));
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public boolean contains(RevisionId id) {
        return Collections.binarySearch(ids, id) >= 0;
    }
}
