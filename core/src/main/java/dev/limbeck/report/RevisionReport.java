package dev.limbeck.report;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A revision and its place in the graph.
 *
 * @param revision what its header says
 * @param labels its own labels and the inherited ones, sorted
 * @param children ids of the revisions that revise it, sorted
 * @param head whether nothing revises it
 * @param effectiveHead whether nothing revises it nor depends on it
 * @param branchPoint whether several revise it
 * @param mergePoint whether it revises several
 * @param current whether it is a row of the version table; empty where no database was asked
 */
public record RevisionReport(
        Revision revision,
        List<String> labels,
        List<String> children,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint,
        Optional<Boolean> current) {
    public RevisionReport {
        labels = List.copyOf(labels);
        children = List.copyOf(children);
    }

    /**
     * Returns what a graph knows of one of its revisions.
     *
     * @param rows the version table's rows, where a database was asked
     */
    public static RevisionReport of(
            RevisionGraph graph, Revision revision, Optional<HeadSet> rows) {
        RevisionId id = revision.id();
        return new RevisionReport(
                revision,
                graph.labels(id),
                graph.children(id).stream().map(RevisionId::value).toList(),
                graph.isHead(id),
                graph.isEffectiveHead(id),
                graph.isBranchPoint(id),
                graph.isMergePoint(id),
                rows.map(asked -> asked.contains(id)));
    }
}
