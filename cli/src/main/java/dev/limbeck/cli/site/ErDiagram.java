package dev.limbeck.cli.site;

import dev.limbeck.cli.picture.Markup;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tables as boxes with the columns of their keys, and foreign keys as lines between them. A table
 * stands to the right of all that it refers to.
 */
final class ErDiagram {
    private static final int WIDTH = 220;
    private static final int GAP_ACROSS = 90;
    private static final int GAP_DOWN = 24;
    private static final int LINE = 18;
    private static final int MARGIN = 20;

    /** About so many letters fit into a box. */
    private static final int LETTERS = 28;

    /** Where a table stands. */
    private record Box(Table table, List<String> columns, int x, int y) {
        int height() {
            return LINE * (columns.size() + 1) + 8;
        }
    }

    private final Map<QualifiedName, Table> tables = new TreeMap<>();
    private final Map<QualifiedName, Integer> ranks = new HashMap<>();
    private final Set<QualifiedName> open = new HashSet<>();
    private final Map<QualifiedName, Box> boxes = new LinkedHashMap<>();
    private final Function<QualifiedName, String> page;
    private final List<String> lines = new ArrayList<>();

    private ErDiagram(List<Table> all, Function<QualifiedName, String> page) {
        all.forEach(table -> tables.put(table.name(), table));
        this.page = page;
    }

    /**
     * Returns the lines of an SVG.
     *
     * @param page the page of a table
     */
    static List<String> lines(List<Table> tables, Function<QualifiedName, String> page) {
        return new ErDiagram(tables, page).draw();
    }

    private List<String> draw() {
        Map<Integer, Integer> heights = new TreeMap<>();
        int deepest = 0;
        int tallest = 0;
        for (Table table : tables.values()) {
            int rank = rank(table);
            int y = heights.getOrDefault(rank, MARGIN);
            Box box = new Box(table, keyColumns(table), MARGIN + rank * (WIDTH + GAP_ACROSS), y);
            boxes.put(table.name(), box);
            heights.put(rank, y + box.height() + GAP_DOWN);
            deepest = Math.max(deepest, rank);
            tallest = Math.max(tallest, y + box.height());
        }
        int width = 2 * MARGIN + (deepest + 1) * WIDTH + deepest * GAP_ACROSS;
        int height = tallest + MARGIN;
        lines.add(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                                + " viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"tables\">")
                        .formatted(width, height, width, height));
        lines.add("<style>");
        lines.add(".er text { font: 13px sans-serif; fill: #172b4d }");
        lines.add(".er rect { fill: #f4f7fb; stroke: #2f5d8c }");
        lines.add(".er path { fill: none; stroke: #7a869a }");
        lines.add("</style>");
        lines.add("<g class=\"er\">");
        boxes.values().forEach(this::references);
        boxes.values().forEach(this::box);
        lines.add("</g>");
        lines.add("</svg>");
        return lines;
    }

    /**
     * Returns how many tables stand one behind the other to the left; a circle is cut somewhere.
     */
    private int rank(Table table) {
        Integer known = ranks.get(table.name());
        if (known != null) {
            return known;
        }
        open.add(table.name());
        int rank = 0;
        for (ForeignKey key : table.parts(ForeignKey.class)) {
            Table other = tables.get(key.table());
            if (other != null && !open.contains(other.name())) {
                rank = Math.max(rank, rank(other) + 1);
            }
        }
        open.remove(table.name());
        ranks.put(table.name(), rank);
        return rank;
    }

    private static List<String> keyColumns(Table table) {
        Set<String> keys = new LinkedHashSet<>();
        table.primaryKey().map(PrimaryKey::key).ifPresent(key -> keys.addAll(key.columns()));
        table.parts(ForeignKey.class).forEach(key -> keys.addAll(key.keyColumns()));
        return table.columns().stream().map(Column::name).filter(keys::contains).toList();
    }

    private void references(Box box) {
        for (ForeignKey key : box.table().parts(ForeignKey.class)) {
            Box other = boxes.get(key.table());
            if (other != null) {
                int fromY = lineOf(box, key.keyColumns().get(0));
                int toY =
                        key.tableColumns().isEmpty()
                                ? lineOf(other, "")
                                : lineOf(other, key.tableColumns().get(0));
                path(box.x(), fromY, other.x() + WIDTH, toY);
            }
        }
    }

    /** Returns the height at which a column stands, the table's name where it is not shown. */
    private static int lineOf(Box box, String column) {
        return box.y() + LINE * (box.columns().indexOf(column) + 1) + LINE / 2 + 4;
    }

    private void path(int fromX, int fromY, int toX, int toY) {
        int bend = Math.max(40, Math.abs(fromX - toX) / 2);
        lines.add(
                "<path d=\"M %d %d C %d %d, %d %d, %d %d\"/>"
                        .formatted(fromX, fromY, fromX - bend, fromY, toX + bend, toY, toX, toY));
    }

    private void box(Box box) {
        lines.add("<a href=\"%s\">".formatted(Markup.escaped(page.apply(box.table().name()))));
        lines.add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                        .formatted(box.x(), box.y(), WIDTH, box.height()));
        text(box, 0, "font-weight=\"bold\"", box.table().name().toString());
        for (int at = 0; at < box.columns().size(); at++) {
            text(box, at + 1, "", box.columns().get(at));
        }
        lines.add("</a>");
    }

    private void text(Box box, int line, String attributes, String words) {
        String shown =
                words.codePointCount(0, words.length()) <= LETTERS
                        ? words
                        : words.substring(0, words.offsetByCodePoints(0, LETTERS - 1)) + "…";
        lines.add(
                "<text x=\"%d\" y=\"%d\" %s>%s</text>"
                        .formatted(
                                box.x() + 10,
                                box.y() + LINE * (line + 1),
                                attributes,
                                Markup.escaped(shown)));
    }
}
