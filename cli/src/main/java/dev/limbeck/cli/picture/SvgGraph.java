package dev.limbeck.cli.picture;

import dev.limbeck.cli.picture.GraphPicture.Mark;
import dev.limbeck.cli.picture.GraphPicture.Node;
import dev.limbeck.revision.GraphLine;
import dev.limbeck.revision.GraphLine.Cell;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A picture as SVG, the lanes as a terminal shows them; it needs nothing but itself. */
public final class SvgGraph {
    private static final int ROW = 26;
    private static final int HALF_ROW = ROW / 2;

    /** Lanes stand on every second cell. */
    private static final int CELL = 10;

    private static final int MARGIN = 14;
    private static final int RADIUS = 5;

    /** About how wide a character of the text is. */
    private static final int LETTER = 8;

    private final GraphPicture picture;
    private final List<String> lines = new ArrayList<>();

    private SvgGraph(GraphPicture picture) {
        this.picture = picture;
    }

    /** Returns its lines. */
    public static List<String> lines(GraphPicture picture) {
        return new SvgGraph(picture).draw();
    }

    /** Returns a page of HTML with the picture in it. */
    public static List<String> page(GraphPicture picture, String title) {
        List<String> page = new ArrayList<>();
        page.add("<!DOCTYPE html>");
        page.add("<html lang=\"en\">");
        page.add("<head>");
        page.add("<meta charset=\"utf-8\">");
        page.add("<title>" + Markup.escaped(title) + "</title>");
        page.add("</head>");
        page.add("<body>");
        page.add("<h1>" + Markup.escaped(title) + "</h1>");
        page.addAll(lines(picture));
        page.add("</body>");
        page.add("</html>");
        return page;
    }

    private List<String> draw() {
        int lanes = 1;
        int longest = 0;
        for (GraphLine line : picture.lines()) {
            lanes = Math.max(lanes, line.cells().size());
        }
        for (Node node : picture.nodes()) {
            longest = Math.max(longest, text(node).codePointCount(0, text(node).length()));
        }
        int textAt = MARGIN + lanes * CELL + MARGIN;
        int width = textAt + longest * LETTER + MARGIN;
        int height = picture.lines().size() * ROW + 2 * MARGIN;
        lines.add(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                                + " viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"revisions\">")
                        .formatted(width, height, width, height));
        lines.add("<style>");
        lines.add("text { font: 14px monospace; fill: currentColor }");
        lines.add(".lane { stroke: #7a869a; stroke-width: 2; fill: none }");
        lines.add(".node { stroke: #2f5d8c; stroke-width: 2; fill: #2f5d8c }");
        lines.add(".current { stroke: #b5541c; fill: #b5541c }");
        lines.add(".pending { fill: white }");
        lines.add("</style>");
        Iterator<Node> nodes = picture.nodes().iterator();
        for (int row = 0; row < picture.lines().size(); row++) {
            lanes(row);
            if (picture.lines().get(row).revision().isPresent()) {
                node(nodes.next(), row, textAt);
            }
        }
        lines.add("</svg>");
        return lines;
    }

    private void lanes(int row) {
        List<Cell> cells = picture.lines().get(row).cells();
        int top = MARGIN + row * ROW;
        for (int at = 0; at < cells.size(); at++) {
            int x = MARGIN + at * CELL;
            switch (cells.get(at)) {
                case VERTICAL -> line(x, top, x, top + ROW);
                case LEFTWARDS -> line(x + CELL, top, x - CELL, top + ROW);
                case RIGHTWARDS -> line(x - CELL, top, x + CELL, top + ROW);
                case NODE -> stem(row, at, x, top);
                case BLANK -> {}
            }
        }
    }

    /** A node hangs on what is above it and carries what is below. */
    private void stem(int row, int at, int x, int top) {
        if (row > 0 && arrives(picture.lines().get(row - 1).cells(), at)) {
            line(x, top, x, top + HALF_ROW);
        }
        List<Cell> below = picture.lines().get(row).below();
        if (at < below.size() && below.get(at) != Cell.BLANK) {
            line(x, top + HALF_ROW, x, top + ROW);
        }
    }

    private static boolean arrives(List<Cell> above, int at) {
        return is(above, at, Cell.VERTICAL)
                || is(above, at, Cell.NODE)
                || is(above, at + 1, Cell.LEFTWARDS)
                || is(above, at - 1, Cell.RIGHTWARDS);
    }

    private static boolean is(List<Cell> cells, int at, Cell cell) {
        return at >= 0 && at < cells.size() && cells.get(at) == cell;
    }

    private void line(int fromX, int fromY, int toX, int toY) {
        lines.add(
                "<line class=\"lane\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                        .formatted(fromX, fromY, toX, toY));
    }

    private void node(Node node, int row, int textAt) {
        int y = MARGIN + row * ROW + HALF_ROW;
        int x = MARGIN + picture.lines().get(row).cells().indexOf(Cell.NODE) * CELL;
        String style =
                node.marks().contains(Mark.CURRENT)
                        ? "node current"
                        : node.marks().contains(Mark.PENDING) ? "node pending" : "node";
        lines.add(
                "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                        .formatted(style, x, y, RADIUS));
        lines.add(
                "<text x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(textAt, y + RADIUS, Markup.escaped(text(node))));
    }

    private static String text(Node node) {
        return node.id() + node.remarks() + (node.message().isEmpty() ? "" : "  " + node.message());
    }
}
