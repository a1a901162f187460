package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.RevisionText.Part;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code branches}: where lines part. */
@Command(
        name = "branches",
        description = "Lists the branch points, each with the revisions it branches into.",
        footer = {"", "Examples:", "  limbeck branches", "  limbeck branches -v"})
final class BranchesCommand implements CommandBody {
    @Override
    public Outcome run(Session session) {
        RevisionGraph graph = session.limbeck().migrations().graph();
        List<BranchPoint> points =
                graph.range(RevisionRange.everything(), HeadSet.empty()).stream()
                        .filter(revision -> graph.isBranchPoint(revision.id()))
                        .map(revision -> branchPoint(graph, revision.id()))
                        .toList();
        return Outcome.of(new BranchPoints(points));
    }

    private static BranchPoint branchPoint(RevisionGraph graph, RevisionId id) {
        return new BranchPoint(
                report(graph, id),
                graph.children(id).stream().map(child -> report(graph, child)).toList());
    }

    private static RevisionReport report(RevisionGraph graph, RevisionId id) {
        return RevisionReport.of(graph, graph.find(id).orElseThrow(), Optional.empty());
    }

    private record BranchPoint(RevisionReport revision, List<RevisionReport> children) {}

    private record BranchPoints(List<BranchPoint> points) implements Answer {
        private static final Set<Part> CHILD_WITH_MESSAGE =
                Set.of(Part.LABELS, Part.TREE_MARKS, Part.MESSAGE);

        @Override
        public void print(TextOutput out) {
            RevisionText text = out.revisions();
            for (BranchPoint point : points) {
                if (out.isVerbose()) {
                    out.text(text.block(point.revision(), RevisionText.BRANCHES));
                } else {
                    out.line(text.line(point.revision(), RevisionText.BRANCHES));
                }
                String indent =
                        " ".repeat(point.revision().revision().id().value().length()) + " -> ";
                Set<Part> parts = out.isVerbose() ? CHILD_WITH_MESSAGE : RevisionText.BRANCHES;
                for (RevisionReport child : point.children()) {
                    out.line(indent + text.line(child, parts));
                }
                out.line("");
            }
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            RevisionJson.revisions(json, points.stream().map(BranchPoint::revision).toList());
            json.writeEndObject();
        }
    }
}
