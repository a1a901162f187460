package dev.limbeck.cli.picture;

import dev.limbeck.cli.picture.GraphPicture.Edge;
import dev.limbeck.cli.picture.GraphPicture.Link;
import dev.limbeck.cli.picture.GraphPicture.Mark;
import dev.limbeck.cli.picture.GraphPicture.Node;
import java.util.ArrayList;
import java.util.List;

/** A picture in the language of Graphviz. */
public final class DotGraph {
    private DotGraph() {}

    /** Returns its lines. */
    public static List<String> lines(GraphPicture picture) {
        List<String> lines = new ArrayList<>();
        lines.add("digraph revisions {");
        lines.add("    rankdir=BT;");
        lines.add("    node [shape=box, fontname=\"sans-serif\"];");
        for (Node node : picture.nodes()) {
            String text =
                    node.id()
                            + node.remarks()
                            + (node.message().isEmpty() ? "" : "\n" + node.message());
            lines.add("    " + quoted(node.id().value()) + " [label=" + quoted(text) + style(node));
        }
        for (Edge edge : picture.edges()) {
            lines.add(
                    "    "
                            + quoted(edge.from().value())
                            + " -> "
                            + quoted(edge.to().value())
                            + (edge.link() == Link.REVISES ? ";" : " [style=dashed];"));
        }
        lines.add("}");
        return lines;
    }

    private static String style(Node node) {
        if (node.marks().contains(Mark.CURRENT)) {
            return ", penwidth=3];";
        }
        return node.marks().contains(Mark.PENDING) ? ", style=dashed];" : "];";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
