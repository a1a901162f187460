package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;

/**
 * Some revisions of one graph. Immutable.
 *
 * <p>Made by the queries of {@link RevisionGraph}.
 */
public final class RevisionSet {
    RevisionSet() {}

    public boolean contains(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean containsAll(Collection<RevisionId> ids) {
        return ids.stream().allMatch(this::contains);
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("not built yet");
    }

    public int size() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the ids, sorted. */
    public List<RevisionId> ids() {
        throw new UnsupportedOperationException("not built yet");
    }

    public RevisionSet and(RevisionSet other) {
        throw new UnsupportedOperationException("not built yet");
    }

    public RevisionSet minus(RevisionSet other) {
        throw new UnsupportedOperationException("not built yet");
    }

    public RevisionSet plus(RevisionSet other) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions in the order an upgrade runs them. */
    public List<Revision> upwards() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions in the order a downgrade runs them; the newest first. */
    public List<Revision> downwards() {
        throw new UnsupportedOperationException("not built yet");
    }
}
