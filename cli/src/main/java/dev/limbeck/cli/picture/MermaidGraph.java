package dev.limbeck.cli.picture;

import dev.limbeck.cli.picture.GraphPicture.Edge;
import dev.limbeck.cli.picture.GraphPicture.Link;
import dev.limbeck.cli.picture.GraphPicture.Mark;
import dev.limbeck.cli.picture.GraphPicture.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture as a flowchart of Mermaid, which GitHub and GitLab show in Markdown. */
public final class MermaidGraph {
    private MermaidGraph() {}

    /** Returns its lines. */
    public static List<String> lines(GraphPicture picture) {
        List<String> lines = new ArrayList<>();
        lines.add("flowchart BT");
        // ids of revisions may be words of Mermaid's own
        Map<String, String> names = new HashMap<>();
        for (Node node : picture.nodes()) {
            String name = "r" + names.size();
            names.put(node.id().value(), name);
            String text =
                    node.id()
                            + node.remarks()
                            + (node.message().isEmpty() ? "" : "<br/>" + escaped(node.message()));
            lines.add("    " + name + "[\"" + text + "\"]" + style(node));
        }
        for (Edge edge : picture.edges()) {
            String arrow = edge.link() == Link.REVISES ? " --> " : " -.-> ";
            lines.add(
                    "    " + names.get(edge.from().value()) + arrow + names.get(edge.to().value()));
        }
        lines.add("    classDef current stroke-width:4px");
        lines.add("    classDef pending stroke-dasharray:4 4");
        return lines;
    }

    private static String style(Node node) {
        if (node.marks().contains(Mark.CURRENT)) {
            return ":::current";
        }
        return node.marks().contains(Mark.PENDING) ? ":::pending" : "";
    }

    /** Mermaid writes what means something to it as numbers between # and ;. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if ("\"#;<>&`\\{}[]()|".indexOf(c) >= 0) {
                                result.append('#').append(c).append(';');
                            } else {
                                result.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
                            }
                        });
        return result.toString();
    }
}
