package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.List;

/**
 * Which revisions a rebase moves, and what their headers will say.
 *
 * @param moved the line's own revisions, the oldest first
 * @param changes those of them that get other parents
 * @param notices what the user should be told
 */
public record RebasePlan(List<Revision> moved, List<NewParents> changes, List<Diagnostic> notices) {
    public RebasePlan {
        moved = List.copyOf(moved);
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }

    /** A revision and what its {@code revises} shall say. */
    public record NewParents(Revision revision, List<RevisionId> revises) {
        public NewParents {
            revises = List.copyOf(revises);
        }
    }

    /**
     * Plans to put a line's own revisions on top of another revision.
     *
     * @param rows what the database has applied; none of what moves may be among it
     * @param moving a revision of the line, usually its head
     * @param onto the revision the line shall start from
     */
    public static RebasePlan of(RevisionGraph graph, HeadSet rows, String moving, String onto) {
        throw new UnsupportedOperationException("not built yet");
    }
}
