package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All revisions of a project and how they hang together.
 *
 * <p>Immutable. The order of every list it returns depends on the revisions alone, never on the
 * order of files or of hashes.
 */
public final class RevisionGraph {
    private RevisionGraph() {}

    /**
     * Builds the graph; collects every broken link, cycle and duplicate and throws them as one
     * {@code RevisionException}, each naming its file and line.
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revision of an exact id. */
    public Optional<Revision> find(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every revision, parents and dependencies before those that need them. */
    public List<Revision> ordered() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions no other one revises, sorted. */
    public List<Revision> heads() {
        throw new UnsupportedOperationException("not built yet");
    }
}
