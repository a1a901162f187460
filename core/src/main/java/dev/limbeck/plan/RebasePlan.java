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
 * @param moved the line's own revisions and what is built on them, the oldest first
 * @param changes those of them that get other parents; none where the line is in place already
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
     * Plans to put a line's own revisions on top of another revision: what is below {@code moving}
     * by parent link and not below {@code onto}. Throws where any of them is applied.
     *
     * @param rows what the database has applied
     * @param moving a revision of the line, usually its head
     * @param onto the revision the line shall start from
     */
    public static RebasePlan of(RevisionGraph graph, HeadSet rows, String moving, String onto) {
        return new RebasePlanner(graph, rows, moving, onto).plan();
    }
}
