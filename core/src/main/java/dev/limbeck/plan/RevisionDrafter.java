package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;

/** Decides what a new revision will revise, before a file is written. Pure functions. */
public final class RevisionDrafter {
    private RevisionDrafter() {}

    /**
     * Drafts a revision on top of others.
     *
     * @param rows what bare steps such as {@code -1} count from
     */
    public static RevisionDraft revision(RevisionGraph graph, HeadSet rows, DraftRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Drafts a revision that joins others; it has no parents where there is nothing to join. */
    public static RevisionDraft merge(RevisionGraph graph, HeadSet rows, DraftRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }
}
