package dev.limbeck.execute;

import dev.limbeck.plan.Plan;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;

/** Makes a plan for the rows of a database; asked again where the rows changed meanwhile. */
@FunctionalInterface
public interface Planning {
    /** What becomes of rows that no file has. */
    enum UnknownRevisions {
        /** Nothing moves. */
        REFUSED,
        /** They take part with what the history recorded of them, where it did. */
        FROM_HISTORY
    }

    /**
     * Makes a plan.
     *
     * @param graph the revisions that may take part
     */
    Plan plan(RevisionGraph graph, HeadSet rows);

    /** Returns what becomes of rows that no file has. */
    default UnknownRevisions unknownRevisions() {
        return UnknownRevisions.REFUSED;
    }
}
