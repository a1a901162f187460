package dev.limbeck.revision;

import dev.limbeck.error.RevisionException;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import dev.limbeck.testing.RevisionGraphs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What references and ranges mean: a graph, rows, texts, and the revisions each of them names. */
class NamingGoldenTest {

    @TestFactory
    Stream<DynamicTest> references() {
        return GoldenFiles.in(
                "reference",
                sections ->
                        run(
                                sections,
                                (graph, rows, text) ->
                                        graph.resolve(RevisionRefParser.parse(text), rows)));
    }

    @TestFactory
    Stream<DynamicTest> ranges() {
        return GoldenFiles.in(
                "range",
                sections ->
                        run(
                                sections,
                                (graph, rows, text) ->
                                        graph.range(RevisionRefParser.parseRange(text), rows)));
    }

    private interface Naming {
        List<Revision> revisions(RevisionGraph graph, HeadSet rows, String text);
    }

    private static Map<String, String> run(Map<String, String> sections, Naming naming) {
        RevisionGraph graph = RevisionGraphs.of(sections.getOrDefault("graph", ""));
        HeadSet rows = RevisionGraphs.rows(sections.getOrDefault("rows", "").strip());
        StringBuilder meanings = new StringBuilder();
        for (String text : sections.getOrDefault("names", "").lines().toList()) {
            meanings.append("$ ").append(text).append('\n');
            try {
                meanings.append(
                                naming.revisions(graph, rows, text).stream()
                                        .map(revision -> revision.id().value())
                                        .collect(Collectors.joining(", ")))
                        .append('\n');
            } catch (RevisionException e) {
                meanings.append(Findings.of(e));
            }
        }
        return Map.of("meanings", meanings.toString());
    }
}
