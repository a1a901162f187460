package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionSet;
import java.util.List;

/** Plans the way up. */
final class UpgradePlanner {
    private UpgradePlanner() {}

    static Plan plan(RevisionGraph graph, HeadSet rows, RevisionRef target) {
        List<RevisionId> targets = graph.resolve(target, rows).stream().map(Revision::id).toList();
        RevisionSet applied = graph.applied(rows);
        RowTracker tracker = new RowTracker(graph, rows);
        List<PlanStep> steps =
                graph.ancestors(targets).minus(applied).upwards().stream()
                        .<PlanStep>map(
                                revision ->
                                        new PlanStep.Upgrade(revision, tracker.up(revision.id())))
                        .toList();
        return new Plan(
                rows, tracker.rows(), steps, notices(graph, rows, target, targets, applied));
    }

    private static List<Diagnostic> notices(
            RevisionGraph graph,
            HeadSet rows,
            RevisionRef target,
            List<RevisionId> targets,
            RevisionSet applied) {
        if (graph.size() == 0) {
            return List.of();
        }
        if (targets.isEmpty()) {
            return List.of(
                    nothing(
                                    "'"
                                            + target.text()
                                            + "' is below every revision, and an upgrade never goes"
                                            + " down")
                            .withHint("to go down, run 'limbeck downgrade " + target.text() + "'"));
        }
        return targets.stream()
                .filter(id -> applied.contains(id) && !rows.contains(id))
                .map(id -> appliedAlready(graph, rows, id))
                .toList();
    }

    private static Diagnostic appliedAlready(RevisionGraph graph, HeadSet rows, RevisionId id) {
        RevisionSet above = graph.descendants(List.of(id));
        List<RevisionId> current = rows.ids().stream().filter(above::contains).toList();
        return nothing("'" + id + "' is applied already, below " + Listing.of(current))
                .withHint("to go back to it, run 'limbeck downgrade " + id + "'");
    }

    private static Diagnostic nothing(String reason) {
        return Diagnostic.info(ErrorCode.NOTHING_TO_DO, "nothing to do: " + reason);
    }
}
