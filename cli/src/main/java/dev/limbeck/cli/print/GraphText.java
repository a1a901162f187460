package dev.limbeck.cli.print;

import dev.limbeck.cli.print.RevisionText.Part;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.GraphLine;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The picture that {@code history --graph} draws: lanes to the left, a revision to the right. */
public final class GraphText {
    private static final Set<Part> PARTS =
            Set.of(Part.LABELS, Part.CURRENT_MARK, Part.TREE_MARKS, Part.MESSAGE);

    private final RevisionGraph graph;
    private final Optional<HeadSet> rows;
    private final Set<RevisionId> pending;

    /**
     * @param rows the version table's rows, where a database was asked: then what is current is
     *     marked
     * @param pending what is marked as pending
     */
    public GraphText(RevisionGraph graph, Optional<HeadSet> rows, Collection<RevisionId> pending) {
        this.graph = graph;
        this.rows = rows;
        this.pending = Set.copyOf(pending);
    }

    /** Returns one line of the picture. */
    public String line(GraphLine line, Palette palette) {
        StringBuilder lanes = new StringBuilder();
        line.cells().forEach(cell -> lanes.append(character(cell)));
        String picture = lanes.toString().stripTrailing();
        return line.revision()
                .map(revision -> picture + " " + beside(revision, palette))
                .orElse(picture);
    }

    private String beside(Revision revision, Palette palette) {
        boolean waits = pending.contains(revision.id());
        return new RevisionText(palette)
                .line(
                        RevisionReport.of(graph, revision, rows),
                        PARTS,
                        waits ? List.of("pending") : List.of());
    }

    private static char character(GraphLine.Cell cell) {
        return switch (cell) {
            case BLANK -> ' ';
            case NODE -> '*';
            case VERTICAL -> '|';
            case LEFTWARDS -> '/';
            case RIGHTWARDS -> '\\';
        };
    }
}
