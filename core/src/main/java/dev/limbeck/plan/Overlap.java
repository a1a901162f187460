package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.PlanException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows that say twice that a revision is applied: one of them is below another. */
final class Overlap {
    private Overlap() {}

    /** Returns the ids that an applied revision of another id requires. */
    static List<RevisionId> redundant(RevisionGraph graph, HeadSet rows) {
        RevisionSet applied = graph.applied(rows);
        return rows.ids().stream()
                .filter(
                        id ->
                                Stream.concat(
                                                graph.children(id).stream(),
                                                graph.dependents(id).stream())
                                        .anyMatch(applied::contains))
                .toList();
    }

    /** Throws where rows overlap, and says which rows would tell the same. */
    static void refuse(RevisionGraph graph, HeadSet rows) {
        List<RevisionId> redundant = redundant(graph, rows);
        if (redundant.isEmpty()) {
            return;
        }
        List<RevisionId> kept = new ArrayList<>(rows.ids());
        kept.removeAll(redundant);
        boolean one = redundant.size() == 1;
        throw new PlanException(
                Diagnostic.error(
                                ErrorCode.OVERLAPPING_ROWS,
                                (one ? "row " : "rows ")
                                        + Listing.of(redundant)
                                        + (one ? " is" : " are")
                                        + " redundant: "
                                        + Listing.of(kept)
                                        + " already means that "
                                        + (one ? "it is" : "they are")
                                        + " applied")
                        .withHint(
                                "if that is so, 'limbeck stamp --purge "
                                        + String.join(
                                                " ", kept.stream().map(RevisionId::value).toList())
                                        + "' removes "
                                        + (one ? "it" : "them")));
    }
}
