package dev.limbeck.cli.print;

import dev.limbeck.cli.print.RevisionText.Part;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.GraphLine;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.ArrayList;
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

    /** Returns one line of the picture, a revision in its one-line form beside it. */
    public String line(GraphLine line, Palette palette) {
        String picture = picture(line.cells());
        return line.revision()
                .map(
                        revision ->
                                picture
                                        + " "
                                        + new RevisionText(palette)
                                                .line(report(revision), PARTS, marks(revision)))
                .orElse(picture);
    }

    /**
     * Returns one line of the picture, or the lines beside which a revision's block form stands.
     */
    public List<String> lines(GraphLine line, Palette palette) {
        String picture = picture(line.cells());
        if (line.revision().isEmpty()) {
            return List.of(picture);
        }
        Revision revision = line.revision().get();
        String block = new RevisionText(palette).block(report(revision), PARTS, marks(revision));
        String below = picture(line.below());
        // What is written beside the lanes of one revision begins in one column.
        int width = Math.max(picture.length(), below.length());
        List<String> lines = new ArrayList<>();
        for (String text : block.lines().toList()) {
            String lanes = lines.isEmpty() ? picture : below;
            lines.add((DisplayWidth.pad(lanes, width) + " " + text).stripTrailing());
        }
        return lines;
    }

    private RevisionReport report(Revision revision) {
        return RevisionReport.of(graph, revision, rows);
    }

    private List<String> marks(Revision revision) {
        return pending.contains(revision.id()) ? List.of("pending") : List.of();
    }

    private static String picture(List<GraphLine.Cell> cells) {
        StringBuilder lanes = new StringBuilder();
        cells.forEach(cell -> lanes.append(cell.ascii()));
        return lanes.toString().stripTrailing();
    }
}
