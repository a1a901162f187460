package dev.limbeck.cli.picture;

import dev.limbeck.revision.GraphLine;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Revisions and how they hang together, ready to be drawn.
 *
 * @param nodes the revisions, the newest first
 * @param edges what leads from an older revision to a newer one
 * @param lines the same as lanes, the newest on top
 */
public record GraphPicture(List<Node> nodes, List<Edge> edges, List<GraphLine> lines) {
    /** What a revision is in the graph, and to a database where one was asked. */
    public enum Mark {
        HEAD("head"),
        BRANCH_POINT("branchpoint"),
        MERGE_POINT("mergepoint"),
        CURRENT("current"),
        PENDING("pending");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** Returns the word that stands for it. */
        public String word() {
            return word;
        }
    }

    /** What an edge says. */
    public enum Link {
        /** The newer revision builds on the older one. */
        REVISES,
        /** The newer revision needs the older one, of another line. */
        DEPENDS_ON
    }

    /**
     * A revision.
     *
     * @param id its name
     * @param labels its branch labels
     * @param message what it does
     * @param marks what it is
     */
    public record Node(RevisionId id, List<String> labels, String message, Set<Mark> marks) {
        public Node {
            labels = List.copyOf(labels);
            marks = Set.copyOf(marks);
        }

        /** Returns what stands behind the id: labels and marks, each in parentheses. */
        public String remarks() {
            StringBuilder text = new StringBuilder();
            if (!labels.isEmpty()) {
                text.append(" (").append(String.join(", ", labels)).append(')');
            }
            for (Mark mark : Mark.values()) {
                if (marks.contains(mark)) {
                    text.append(" (").append(mark.word()).append(')');
                }
            }
            return text.toString();
        }
    }

    /** Leads from an older revision to a newer one. */
    public record Edge(RevisionId from, RevisionId to, Link link) {}

    /** What a database says of revisions. */
    public record Progress(Set<RevisionId> current, Set<RevisionId> pending) {
        /** No database was asked. */
        public static final Progress UNKNOWN = new Progress(Set.of(), Set.of());

        public Progress {
            current = Set.copyOf(current);
            pending = Set.copyOf(pending);
        }
    }

    public GraphPicture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        lines = List.copyOf(lines);
    }

    /**
     * Returns the picture of some revisions.
     *
     * @param shown the revisions
     */
    public static GraphPicture of(
            RevisionGraph graph, Collection<Revision> shown, Progress progress) {
        List<GraphLine> lines = GraphLine.draw(graph, shown);
        Set<RevisionId> there = new HashSet<>();
        shown.forEach(revision -> there.add(revision.id()));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (GraphLine line : lines) {
            Optional<Revision> revision = line.revision();
            if (revision.isPresent()) {
                nodes.add(node(graph, revision.get(), progress));
                edges.addAll(edges(graph, revision.get().id(), there::contains));
            }
        }
        return new GraphPicture(nodes, edges, lines);
    }

    private static List<Edge> edges(
            RevisionGraph graph, RevisionId id, Predicate<RevisionId> shown) {
        List<Edge> edges = new ArrayList<>();
        graph.parents(id).stream()
                .filter(shown)
                .forEach(parent -> edges.add(new Edge(parent, id, Link.REVISES)));
        graph.dependencies(id).stream()
                .filter(shown)
                .forEach(needed -> edges.add(new Edge(needed, id, Link.DEPENDS_ON)));
        return edges;
    }

    private static Node node(RevisionGraph graph, Revision revision, Progress progress) {
        RevisionId id = revision.id();
        Set<Mark> marks = new HashSet<>();
        if (graph.isHead(id)) {
            marks.add(Mark.HEAD);
        }
        if (graph.isBranchPoint(id)) {
            marks.add(Mark.BRANCH_POINT);
        }
        if (graph.isMergePoint(id)) {
            marks.add(Mark.MERGE_POINT);
        }
        if (progress.current().contains(id)) {
            marks.add(Mark.CURRENT);
        }
        if (progress.pending().contains(id)) {
            marks.add(Mark.PENDING);
        }
        return new Node(id, graph.labels(id), revision.message(), marks);
    }
}
