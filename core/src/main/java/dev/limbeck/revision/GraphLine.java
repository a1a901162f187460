package dev.limbeck.revision;

import java.util.List;
import java.util.Optional;

/**
 * One line of a picture of the graph: the lanes, and the revision that stands on it.
 *
 * @param cells the picture's characters, the leftmost first
 * @param revision the revision whose node is among the cells; empty on a line of connections only
 */
public record GraphLine(List<Cell> cells, Optional<Revision> revision) {
    public GraphLine {
        cells = List.copyOf(cells);
    }

    /** One character of the picture. */
    public enum Cell {
        BLANK,
        /** A revision. */
        NODE,
        /** A lane that goes on. */
        VERTICAL,
        /** A lane that goes to the left, seen from above. */
        LEFTWARDS,
        /** A lane that goes to the right, seen from above. */
        RIGHTWARDS
    }

    /**
     * Draws some revisions with their parents as {@code git log --graph} does.
     *
     * @param newestFirst the revisions to show, each before its parents
     */
    public static List<GraphLine> draw(RevisionGraph graph, List<Revision> newestFirst) {
        throw new UnsupportedOperationException("not built yet");
    }
}
