package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.RevisionException;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a graph knows about itself, how it is drawn, and why it can't be loaded. */
class GraphGoldenTest {

    @TestFactory
    Stream<DynamicTest> shapes() {
        return GoldenFiles.in("shape", GraphGoldenTest::shape);
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return GoldenFiles.in(
                "picture",
                sections -> {
                    RevisionGraph graph = RevisionGraphs.of(sections.getOrDefault("graph", ""));
                    return Map.of(
                            "ascii", picture(graph, GraphLine.Cell::ascii),
                            "unicode", picture(graph, GraphLine.Cell::unicode));
                });
    }

    @TestFactory
    Stream<DynamicTest> loadErrors() {
        return GoldenFiles.in("load", GraphGoldenTest::load);
    }

    private static Map<String, String> shape(Map<String, String> sections) {
        RevisionGraph graph = RevisionGraphs.of(sections.getOrDefault("graph", ""));
        StringBuilder summary = new StringBuilder();
        summary.append("heads: ").append(ids(graph.heads())).append('\n');
        summary.append("effective heads: ").append(ids(graph.effectiveHeads())).append('\n');
        summary.append("bases: ").append(ids(graph.bases())).append('\n');
        summary.append("effective bases: ").append(ids(graph.effectiveBases())).append('\n');
        summary.append("branch points: ").append(ids(graph.branchPoints())).append('\n');
        Map<String, String> computed = new LinkedHashMap<>();
        computed.put("summary", summary.toString());
        computed.put("order", ids(graph.ordered()) + "\n");
        computed.put(
                "revisions",
                graph.revisions().stream()
                        .map(revision -> facts(graph, revision.id()))
                        .collect(Collectors.joining("\n", "", "\n")));
        return computed;
    }

    private static String facts(RevisionGraph graph, RevisionId id) {
        List<String> facts = new ArrayList<>();
        if (graph.isMergePoint(id)) {
            facts.add("mergepoint");
        }
        if (graph.isBranchPoint(id)) {
            facts.add("branchpoint");
        }
        if (graph.isEffectiveHead(id)) {
            facts.add("head");
        } else if (graph.isHead(id)) {
            facts.add("head with dependents");
        }
        add(facts, "labels", graph.labels(id));
        add(facts, "children", graph.children(id));
        add(facts, "dependents", graph.dependents(id));
        add(facts, "requires", graph.requirements(id));
        return id + ": " + String.join("; ", facts);
    }

    private static void add(List<String> facts, String name, List<?> values) {
        if (!values.isEmpty()) {
            facts.add(
                    name
                            + " "
                            + values.stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private interface Drawn {
        String by(GraphLine.Cell cell);
    }

    private static String picture(RevisionGraph graph, Drawn drawn) {
        StringBuilder picture = new StringBuilder();
        for (GraphLine line : GraphLine.draw(graph, graph.revisions())) {
            line.cells().forEach(cell -> picture.append(drawn.by(cell)));
            line.revision().ifPresent(revision -> picture.append("  ").append(revision.id()));
            picture.append('\n');
        }
        return picture.toString();
    }

    /** Loads the files in several orders; the report must not depend on it. */
    private static Map<String, String> load(Map<String, String> sections) {
        List<Revision> files =
                new ArrayList<>(RevisionGraphs.revisions(sections.getOrDefault("graph", "")));
        String report = report(files);
        Random random = new Random(1);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(files, random);
            assertThat(report(files)).isEqualTo(report);
        }
        return Map.of("report", report);
    }

    private static String report(List<Revision> files) {
        try {
            return RevisionGraph.of(files).size() + " revisions\n";
        } catch (RevisionException e) {
            return Findings.of(e);
        }
    }

    private static String ids(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> revision.id().value())
                .collect(Collectors.joining(", "));
    }
}
