package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One line of a picture of the graph: the lanes, and the revision that stands on it.
 *
 * @param cells the picture's characters, the leftmost first, without blanks at the end
 * @param revision the revision whose node is among the cells; empty on a line of connections only
 * @param below the lanes as they go on below this line, however much is written beside them
 */
public record GraphLine(List<Cell> cells, Optional<Revision> revision, List<Cell> below) {
    public GraphLine {
        cells = List.copyOf(cells);
        below = List.copyOf(below);
    }

    /** One character of the picture. Lanes stand on every second one, the others connect. */
    public enum Cell {
        BLANK(" ", " "),
        /** A revision. */
        NODE("*", "●"),
        /** A lane that goes on. */
        VERTICAL("|", "│"),
        /** A lane that goes to the left on its way down. */
        LEFTWARDS("/", "╱"),
        /** A lane that goes to the right on its way down. */
        RIGHTWARDS("\\", "╲");

        private final String ascii;
        private final String unicode;

        Cell(String ascii, String unicode) {
            this.ascii = ascii;
            this.unicode = unicode;
        }

        /** Returns how every terminal draws it. */
        public String ascii() {
            return ascii;
        }

        /** Returns how a terminal with Unicode draws it. */
        public String unicode() {
            return unicode;
        }
    }

    /**
     * Draws some revisions, the newest on top, with their parents among them as {@code git log
     * --graph} does: what was merged stands right below its merge.
     */
    public static List<GraphLine> draw(RevisionGraph graph, Collection<Revision> shown) {
        return new LaneDrawer(graph, shown).draw();
    }
}
