package dev.limbeck.revision;

import java.util.List;
import java.util.Optional;

/**
 * Finds the revisions between two ends, both included.
 *
 * <p>From base, that is everything the upper end requires, other lines too. From a revision, it is
 * what lies above it by parent link, so that a line can be listed without what it depends on.
 */
final class RangeResolver {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final RefErrors errors;

    RangeResolver(RevisionGraph graph, HeadSet rows) {
        this.graph = graph;
        this.rows = rows;
        errors = new RefErrors(graph);
    }

    RevisionSet resolve(RevisionRange range) {
        List<Revision> lower;
        List<Revision> upper;
        if (range.lowerCountsFromUpper()) {
            upper = end(range.upper(), graph.effectiveHeads(), rows);
            lower = end(range.lower(), List.of(), HeadSet.of(ids(upper)));
        } else {
            lower = end(range.lower(), List.of(), rows);
            HeadSet start = range.upperCountsFromLower() ? HeadSet.of(ids(lower)) : rows;
            upper = end(range.upper(), graph.effectiveHeads(), start);
        }
        return between(range, lower, onLineOf(range.lower(), upper));
    }

    private List<Revision> end(
            Optional<RevisionRef> ref, List<Revision> otherwise, HeadSet countedFrom) {
        return ref.map(new RefResolver(graph, countedFrom, Overrun.CLIPPED)::resolve)
                .orElse(otherwise);
    }

    /** A line at the lower end confines the upper end too: {@code label@base:}. */
    private List<Revision> onLineOf(Optional<RevisionRef> lower, List<Revision> upper) {
        RefResolver resolver = new RefResolver(graph, rows, Overrun.CLIPPED);
        return lower.flatMap(RevisionRef::line)
                .map(line -> graph.lineage(resolver.line(line).id()))
                .map(
                        lineage ->
                                upper.stream()
                                        .filter(revision -> lineage.contains(revision.id()))
                                        .toList())
                .orElse(upper);
    }

    private RevisionSet between(RevisionRange range, List<Revision> lower, List<Revision> upper) {
        RevisionSet required = graph.ancestors(ids(upper));
        if (lower.isEmpty()) {
            return required;
        }
        if (!required.containsAll(ids(lower))) {
            RevisionSet below = graph.ancestors(ids(lower));
            boolean reversed = !upper.isEmpty() && below.containsAll(ids(upper));
            throw errors.badRange(
                    "nothing of '"
                            + range.text()
                            + "' lies between its ends: the first one is not below the second",
                    reversed
                            ? "the older revision comes first: '" + reversed(range).text() + "'"
                            : "'limbeck history --graph' shows which revisions share a line");
        }
        RevisionSet onTheLine = required.and(graph.lineDescendants(ids(lower)));
        boolean reached = upper.stream().anyMatch(end -> onTheLine.contains(end.id()));
        // Where only dependencies lead to an end that was named, they are the way there.
        return reached || range.upper().isEmpty()
                ? onTheLine
                : required.and(graph.descendants(ids(lower)));
    }

    private static RevisionRange reversed(RevisionRange range) {
        return new RevisionRange(range.upper(), range.lower());
    }

    private static List<RevisionId> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
