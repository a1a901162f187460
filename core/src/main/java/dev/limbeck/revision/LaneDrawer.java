package dev.limbeck.revision;

import dev.limbeck.revision.GraphLine.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws the lanes of a graph from the newest revision down.
 *
 * <p>A lane is a line on its way to a revision that is yet to be drawn. Below a merge the lanes
 * move apart, one place a line; then those that lead to the same revision join, and the others
 * close up.
 */
final class LaneDrawer {
    private final RevisionGraph graph;
    private final RevisionSet shown;
    private final List<GraphLine> lines = new ArrayList<>();
    // where each lane leads, the leftmost first
    private List<RevisionId> lanes = new ArrayList<>();

    LaneDrawer(RevisionGraph graph, Collection<Revision> shown) {
        this.graph = graph;
        this.shown = graph.setOf(shown);
    }

    List<GraphLine> draw() {
        for (RevisionId id : fewLanesFirst()) {
            Revision revision = graph.revisionAt(graph.indexOf(id));
            int lane = lanes.indexOf(revision.id());
            if (lane < 0) {
                lane = lanes.size();
                lanes.add(revision.id());
            }
            drawNode(revision, lane);
            closeUp(branchOut(revision, lane));
        }
        return lines;
    }

    /**
     * Orders the revisions so that few lanes are open at once: the last-named parent of a merge
     * comes next, and the line that it was merged into waits.
     */
    private List<RevisionId> fewLanesFirst() {
        Map<RevisionId, Integer> waitingFor = new HashMap<>();
        for (RevisionId id : shown.ids()) {
            required(id).forEach(each -> waitingFor.merge(each, 1, Integer::sum));
        }
        Deque<RevisionId> ready = new ArrayDeque<>();
        shown.ids().stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::addLast);
        List<RevisionId> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            RevisionId id = ready.pop();
            order.add(id);
            for (RevisionId each : required(id)) {
                if (waitingFor.merge(each, -1, Integer::sum) == 0) {
                    ready.push(each);
                }
            }
        }
        return order;
    }

    /** Returns what must stand below a revision: other lines first, then its parents. */
    private List<RevisionId> required(RevisionId id) {
        return Stream.concat(graph.dependencies(id).stream(), graph.parents(id).stream())
                .filter(shown::contains)
                .toList();
    }

    private void drawNode(Revision revision, int lane) {
        Cell[] cells = blank(lanes.size());
        for (int at = 0; at < lanes.size(); at++) {
            cells[2 * at] = Cell.VERTICAL;
        }
        Cell[] below = cells.clone();
        cells[2 * lane] = Cell.NODE;
        if (graph.parents(revision.id()).stream().noneMatch(shown::contains)) {
            below[2 * lane] = Cell.BLANK;
        }
        lines.add(new GraphLine(trimmed(cells), Optional.of(revision), trimmed(below)));
    }

    /**
     * Replaces a revision's lane by those of its parents; the lanes to the right of it make room.
     * Returns where the lanes then are: each in its place, but for the gap of one that ends.
     */
    private int[] branchOut(Revision revision, int lane) {
        List<RevisionId> parents =
                graph.parents(revision.id()).stream().filter(shown::contains).toList();
        int more = Math.max(0, parents.size() - 1);
        List<RevisionId> next = new ArrayList<>(lanes.subList(0, lane));
        next.addAll(parents);
        next.addAll(lanes.subList(lane + 1, lanes.size()));
        int[] places = new int[next.size()];
        int[] wanted = new int[next.size()];
        for (int at = 0; at < places.length; at++) {
            boolean left = at < lane;
            boolean ofParent = !left && at < lane + parents.size();
            int before = lane + 1 + at - lane - parents.size();
            places[at] = left ? at : ofParent ? lane : before;
            wanted[at] = left || ofParent ? at : before + more;
        }
        lanes = next;
        move(places, wanted);
        return places;
    }

    /** Joins the lanes that lead to the same revision and closes the gaps. */
    private void closeUp(int[] places) {
        Map<RevisionId, Integer> joined = new LinkedHashMap<>();
        lanes.forEach(target -> joined.putIfAbsent(target, joined.size()));
        int[] wanted = lanes.stream().mapToInt(joined::get).toArray();
        lanes = new ArrayList<>(joined.keySet());
        move(places, wanted);
    }

    /** Draws lines until each lane is where it is wanted; all of them go to the same side. */
    private void move(int[] places, int[] wanted) {
        while (!Arrays.equals(places, wanted)) {
            Cell[] cells = blank(Arrays.stream(places).max().orElse(0) + 2);
            for (int at = 0; at < places.length; at++) {
                int place = 2 * places[at];
                if (places[at] < wanted[at]) {
                    cells[place + 1] = Cell.RIGHTWARDS;
                    places[at]++;
                } else if (places[at] > wanted[at]) {
                    cells[place - 1] = Cell.LEFTWARDS;
                    places[at]--;
                } else {
                    cells[place] = Cell.VERTICAL;
                }
            }
            lines.add(new GraphLine(trimmed(cells), Optional.empty(), List.of()));
        }
    }

    private static Cell[] blank(int lanes) {
        Cell[] cells = new Cell[2 * lanes];
        Arrays.fill(cells, Cell.BLANK);
        return cells;
    }

    private static List<Cell> trimmed(Cell[] cells) {
        int length = cells.length;
        while (length > 0 && cells[length - 1] == Cell.BLANK) {
            length--;
        }
        return Arrays.asList(cells).subList(0, length);
    }
}
