package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.PlanException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans a change of rows that runs no script.
 *
 * <p>Rows above a target by parent link, and rows below it, give way to it. A row that is above it
 * only by a dependency would be forgotten with its whole line, so that is refused.
 */
final class StampPlanner {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final NavigableSet<RevisionId> added = new TreeSet<>();
    private final NavigableSet<RevisionId> removed = new TreeSet<>();

    private StampPlanner(RevisionGraph graph, HeadSet rows) {
        this.graph = graph;
        this.rows = rows;
    }

    static Plan plan(RevisionGraph graph, HeadSet rows, List<RevisionRef> targets) {
        StampPlanner planner = new StampPlanner(graph, rows);
        planner.take(targets);
        planner.giveWay();
        return planner.finish(planner.pairedChanges());
    }

    static Plan planPurge(RevisionGraph graph, HeadSet rows, List<RevisionRef> targets) {
        StampPlanner planner = new StampPlanner(graph, rows);
        planner.removed.addAll(rows.ids());
        planner.take(targets);
        return planner.finish(planner.separateChanges());
    }

    private void take(List<RevisionRef> targets) {
        for (RevisionRef target : targets) {
            List<Revision> found = graph.resolve(target, rows);
            if (found.isEmpty() && graph.size() > 0) {
                takeBase(target, targets);
            }
            found.forEach(revision -> added.add(revision.id()));
        }
        refuseOverlap();
    }

    /** Below a named revision, base means its line alone; by itself, everything. */
    private void takeBase(RevisionRef base, List<RevisionRef> targets) {
        Optional<RevisionId> line = startOf(base);
        if (line.isEmpty()) {
            if (targets.size() > 1) {
                throw refuse(
                        "'base' means that nothing is applied, and can't be stamped together with"
                                + " another target",
                        "stamp 'base' alone, or leave it out");
            }
            removed.addAll(rows.ids());
            return;
        }
        RevisionSet lineage = graph.lineage(line.get());
        removed.addAll(rows.ids().stream().filter(lineage::contains).toList());
        RevisionSet dependent = graph.descendants(List.of(line.get())).minus(lineage);
        refuseForgetting(base.text(), dependent);
    }

    private Optional<RevisionId> startOf(RevisionRef base) {
        if (base.line().isPresent()) {
            RevisionRef line = new RevisionRef.Named(base.line().get());
            return graph.resolveOne(line, rows).map(Revision::id);
        }
        if (base.stepsFromCurrent() != 0) {
            return rows.ids().stream().findFirst();
        }
        return base.start().flatMap(start -> graph.resolveOne(start, rows)).map(Revision::id);
    }

    private void refuseOverlap() {
        List<RevisionId> redundant = Overlap.redundant(graph, HeadSet.of(added));
        if (!redundant.isEmpty()) {
            Set<RevisionId> kept = new TreeSet<>(added);
            redundant.forEach(kept::remove);
            throw refuse(
                    "a row for "
                            + Listing.of(redundant)
                            + " would overlap: it is below another target",
                    "stamp " + Listing.of(List.copyOf(kept)) + " alone, which means the same");
        }
    }

    private void giveWay() {
        if (added.isEmpty()) {
            return;
        }
        RevisionSet above = graph.lineDescendants(added);
        RevisionSet below = graph.ancestors(added);
        removed.addAll(rows.ids().stream().filter(above.plus(below)::contains).toList());
        String targets = Listing.of(List.copyOf(added));
        refuseForgetting(targets, graph.descendants(added).minus(above));
    }

    private void refuseForgetting(String targets, RevisionSet dependent) {
        List<RevisionId> forgotten =
                rows.ids().stream()
                        .filter(id -> dependent.contains(id) && !removed.contains(id))
                        .toList();
        if (!forgotten.isEmpty()) {
            NavigableSet<RevisionId> without = new TreeSet<>(rows.ids());
            without.removeAll(removed);
            forgotten.forEach(without::remove);
            without.addAll(added);
            boolean one = forgotten.size() == 1;
            throw refuse(
                    "stamping "
                            + targets
                            + " would forget that "
                            + Listing.of(forgotten)
                            + (one
                                    ? " is applied, which depends on that line"
                                    : " are applied, which depend on that line"),
                    "to keep "
                            + Listing.of(forgotten)
                            + ", leave the table as it is: what it depends on counts as applied; to"
                            + " forget it, run 'limbeck stamp --purge "
                            + words(without)
                            + "'");
        }
    }

    private static String words(Set<RevisionId> ids) {
        return ids.isEmpty()
                ? "base"
                : String.join(" ", ids.stream().map(RevisionId::value).toList());
    }

    private List<VersionChange> pairedChanges() {
        List<RevisionId> going = removed.stream().filter(id -> !added.contains(id)).toList();
        List<RevisionId> coming = added.stream().filter(id -> !rows.contains(id)).toList();
        int updates = Math.min(going.size(), coming.size());
        int deletes = going.size() - updates;
        List<VersionChange> changes = new ArrayList<>();
        going.subList(0, deletes).forEach(id -> changes.add(new VersionChange.Delete(id)));
        for (int at = 0; at < updates; at++) {
            changes.add(new VersionChange.Update(going.get(deletes + at), coming.get(at)));
        }
        coming.subList(updates, coming.size())
                .forEach(id -> changes.add(new VersionChange.Insert(id)));
        return changes;
    }

    private List<VersionChange> separateChanges() {
        List<VersionChange> changes = new ArrayList<>();
        removed.stream()
                .filter(id -> !added.contains(id))
                .forEach(id -> changes.add(new VersionChange.Delete(id)));
        added.stream()
                .filter(id -> !rows.contains(id))
                .forEach(id -> changes.add(new VersionChange.Insert(id)));
        return changes;
    }

    private Plan finish(List<VersionChange> changes) {
        NavigableSet<RevisionId> after = new TreeSet<>(rows.ids());
        changes.forEach(change -> change.removed().ifPresent(after::remove));
        changes.forEach(change -> change.added().ifPresent(after::add));
        List<PlanStep> steps = changes.isEmpty() ? List.of() : List.of(new PlanStep.Stamp(changes));
        return new Plan(rows, HeadSet.of(after), steps, List.of());
    }

    private static PlanException refuse(String message, String hint) {
        return new PlanException(
                Diagnostic.error(ErrorCode.STAMP_CONFLICT, message).withHint(hint));
    }
}
