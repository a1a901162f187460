package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The rows of the version table while a plan is made, step by step. */
final class RowTracker {
    private final RevisionGraph graph;
    private final NavigableSet<RevisionId> rows;
    // how many applied revisions require one; what none requires must be a row
    private final Map<RevisionId, Integer> uses = new HashMap<>();

    RowTracker(RevisionGraph graph, HeadSet start) {
        this.graph = graph;
        rows = new TreeSet<>(start.ids());
        for (RevisionId id : graph.applied(start).ids()) {
            graph.requirements(id).forEach(required -> uses.merge(required, 1, Integer::sum));
        }
    }

    HeadSet rows() {
        return HeadSet.of(rows);
    }

    /** Applies a revision: it replaces the rows it requires. */
    List<VersionChange> up(RevisionId id) {
        List<RevisionId> required = graph.requirements(id);
        required.forEach(each -> uses.merge(each, 1, Integer::sum));
        List<RevisionId> replaced = required.stream().filter(rows::contains).toList();
        List<VersionChange> changes = new ArrayList<>();
        if (replaced.isEmpty()) {
            changes.add(new VersionChange.Insert(id));
        } else {
            int last = replaced.size() - 1;
            replaced.subList(0, last).forEach(row -> changes.add(new VersionChange.Delete(row)));
            changes.add(new VersionChange.Update(replaced.get(last), id));
        }
        return take(changes);
    }

    /** Reverts a revision: what it required and nothing else implies becomes a row again. */
    List<VersionChange> down(RevisionId id) {
        List<RevisionId> required = graph.requirements(id);
        required.forEach(each -> uses.merge(each, -1, Integer::sum));
        List<RevisionId> uncovered =
                required.stream()
                        .filter(each -> uses.getOrDefault(each, 0) == 0 && !rows.contains(each))
                        .toList();
        List<VersionChange> changes = new ArrayList<>();
        if (uncovered.isEmpty()) {
            changes.add(new VersionChange.Delete(id));
        } else {
            int last = uncovered.size() - 1;
            uncovered.subList(0, last).forEach(row -> changes.add(new VersionChange.Insert(row)));
            changes.add(new VersionChange.Update(id, uncovered.get(last)));
        }
        return take(changes);
    }

    private List<VersionChange> take(List<VersionChange> changes) {
        for (VersionChange change : changes) {
            change.removed().ifPresent(rows::remove);
            change.added().ifPresent(rows::add);
        }
        return changes;
    }
}
