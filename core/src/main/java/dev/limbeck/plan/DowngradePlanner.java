package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionSet;
import java.util.List;
import java.util.Optional;

/** Plans the way down. */
final class DowngradePlanner {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final RevisionRef target;

    private DowngradePlanner(RevisionGraph graph, HeadSet rows, RevisionRef target) {
        this.graph = graph;
        this.rows = rows;
        this.target = target;
    }

    static Plan plan(RevisionGraph graph, HeadSet rows, RevisionRef target) {
        return new DowngradePlanner(graph, rows, target).plan();
    }

    private Plan plan() {
        Optional<RevisionId> kept = graph.resolveOne(target, rows).map(Revision::id);
        List<RevisionId> above =
                kept.map(graph::children)
                        .orElseGet(() -> graph.bases().stream().map(Revision::id).toList());
        RevisionSet reverted = graph.descendants(onLine(above, kept)).and(graph.applied(rows));
        if (reverted.isEmpty()) {
            kept.filter(id -> !rows.contains(id)).ifPresent(this::refuseNotAbove);
        }
        RowTracker tracker = new RowTracker(graph, rows);
        List<PlanStep> steps =
                reverted.downwards().stream()
                        .<PlanStep>map(
                                revision ->
                                        new PlanStep.Downgrade(
                                                revision, tracker.down(revision.id())))
                        .toList();
        return new Plan(rows, tracker.rows(), steps, List.of());
    }

    /**
     * Of several arms above the target, a line means the one that leads to it. A line that ends
     * below them means whichever of them is applied, where that is one.
     */
    private List<RevisionId> onLine(List<RevisionId> above, Optional<RevisionId> kept) {
        Optional<RevisionId> line = line();
        if (above.size() < 2 || line.isEmpty()) {
            return above;
        }
        RevisionSet path = graph.lineAncestors(List.of(line.get()));
        List<RevisionId> arms = above.stream().filter(path::contains).toList();
        if (arms.isEmpty()) {
            RevisionSet applied = graph.applied(rows);
            List<RevisionId> standing = above.stream().filter(applied::contains).toList();
            if (standing.size() < 2) {
                return standing;
            }
            throw choosesNone(standing, kept.map(RevisionId::value).orElse("base"));
        }
        return arms;
    }

    private RevisionException choosesNone(List<RevisionId> arms, String place) {
        return refuse(
                "'"
                        + target.text()
                        + "' chooses none of the arms above '"
                        + place
                        + "': "
                        + Listing.of(arms),
                "name one, for example '"
                        + arms.get(0)
                        + "@"
                        + place
                        + "', or take all of them down with '"
                        + place
                        + "'");
    }

    /** Bare steps go down the line of the one row. */
    private Optional<RevisionId> line() {
        if (target.line().isPresent()) {
            RevisionRef line = new RevisionRef.Named(target.line().get());
            return graph.resolveOne(line, rows).map(Revision::id);
        }
        return target.stepsFromCurrent() == 0 ? Optional.empty() : rows.ids().stream().findFirst();
    }

    private void refuseNotAbove(RevisionId id) {
        RevisionSet above = graph.descendants(List.of(id));
        List<RevisionId> implying = rows.ids().stream().filter(above::contains).toList();
        if (implying.isEmpty()) {
            throw refuse(
                    "'" + id + "' is not applied, so there is no way down to it",
                    rows.isEmpty()
                            ? "nothing is applied"
                            : "the database is at " + Listing.of(rows.ids()));
        }
        throw refuse(
                "'"
                        + id
                        + "' is applied only since "
                        + Listing.of(implying)
                        + " depends on it, and nothing above it is applied on its own line",
                "to take it down as well, name what is below it; to take the dependent line down,"
                        + " name a revision of that line");
    }

    private static RevisionException refuse(String message, String hint) {
        return new RevisionException(
                Diagnostic.error(ErrorCode.INVALID_TARGET, message).withHint(hint));
    }
}
