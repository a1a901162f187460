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
import org.jspecify.annotations.Nullable;

/** The rows of the version table while a plan is made, step by step. */
final class RowTracker {
    private final RevisionGraph graph;
    private final NavigableSet<RevisionId> rows;
    // How many applied revisions require one: what none requires must be a row. Counted when first
    // asked for, which a way up never does.
    private @Nullable Map<RevisionId, Integer> uses;

    RowTracker(RevisionGraph graph, HeadSet start) {
        this.graph = graph;
        rows = new TreeSet<>(start.ids());
    }

    private Map<RevisionId, Integer> uses() {
        Map<RevisionId, Integer> counted = uses;
        if (counted == null) {
            counted = new HashMap<>();
            for (RevisionId id : graph.applied(rows()).ids()) {
                for (RevisionId required : graph.requirements(id)) {
                    counted.merge(required, 1, Integer::sum);
                }
            }
            uses = counted;
        }
        return counted;
    }

    HeadSet rows() {
        return HeadSet.of(rows);
    }

    /** Applies a revision: it replaces the rows it requires. */
    List<VersionChange> up(RevisionId id) {
        List<RevisionId> required = graph.requirements(id);
        List<RevisionId> replaced = new ArrayList<>(required.size());
        for (RevisionId each : required) {
            if (uses != null) {
                uses.merge(each, 1, Integer::sum);
            }
            if (rows.contains(each)) {
                replaced.add(each);
            }
        }
        List<VersionChange> changes = new ArrayList<>(Math.max(1, replaced.size()));
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
        Map<RevisionId, Integer> counted = uses();
        required.forEach(each -> counted.merge(each, -1, Integer::sum));
        List<RevisionId> uncovered =
                required.stream()
                        .filter(each -> counted.getOrDefault(each, 0) == 0 && !rows.contains(each))
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
