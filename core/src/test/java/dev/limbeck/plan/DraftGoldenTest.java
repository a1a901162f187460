package dev.limbeck.plan;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.plan.DraftRequest.Splice;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code revision}, {@code merge} and {@code rebase} decide, before a file is touched. */
class DraftGoldenTest {

    @TestFactory
    Stream<DynamicTest> drafts() {
        return GoldenFiles.in("draft", DraftGoldenTest::run);
    }

    private static Map<String, String> run(Map<String, String> sections) {
        RevisionGraph graph = RevisionGraphs.of(sections.getOrDefault("graph", ""));
        HeadSet rows = RevisionGraphs.rows(sections.getOrDefault("rows", "").strip());
        StringBuilder decisions = new StringBuilder();
        for (String command : sections.getOrDefault("commands", "").lines().toList()) {
            decisions.append("$ ").append(command).append('\n');
            try {
                decisions.append(decide(graph, rows, List.of(command.split(" "))));
            } catch (LimbeckException e) {
                decisions.append(Findings.of(e));
            }
        }
        return Map.of("decisions", decisions.toString());
    }

    private static String decide(RevisionGraph graph, HeadSet rows, List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "revision" ->
                    print(RevisionDrafter.revision(graph, rows, request(arguments.iterator())));
            case "merge" ->
                    RevisionDrafter.merge(graph, rows, request(arguments.iterator()))
                            .map(DraftGoldenTest::print)
                            .orElse("nothing to merge\n");
            case "rebase" -> print(RebasePlan.of(graph, rows, arguments.get(0), arguments.get(2)));
            default -> throw new IllegalArgumentException(words.get(0));
        };
    }

    private static DraftRequest request(Iterator<String> words) {
        List<String> parents = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> dependsOn = new ArrayList<>();
        Optional<String> id = Optional.empty();
        Splice splice = Splice.REFUSED;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--head" -> parents.add(words.next());
                case "--splice" -> splice = Splice.ALLOWED;
                case "--branch-label" -> labels.add(words.next());
                case "--depends-on" -> dependsOn.add(words.next());
                case "--rev-id" -> id = Optional.of(words.next());
                default -> parents.add(word);
            }
        }
        return new DraftRequest(parents, splice, labels, dependsOn, id);
    }

    private static String print(RevisionDraft draft) {
        StringBuilder text = new StringBuilder();
        draft.id().ifPresent(id -> text.append("revision: ").append(id).append('\n'));
        text.append("revises: ").append(list(draft.revises())).append('\n');
        if (!draft.branchLabels().isEmpty()) {
            text.append("branch-labels: ").append(list(draft.branchLabels())).append('\n');
        }
        if (!draft.dependsOn().isEmpty()) {
            text.append("depends-on: ").append(list(draft.dependsOn())).append('\n');
        }
        draft.proposedMessage()
                .ifPresent(message -> text.append("message: ").append(message).append('\n'));
        return text.append(Findings.of(draft.notices())).toString();
    }

    private static String print(RebasePlan plan) {
        StringBuilder text = new StringBuilder();
        text.append("moves: ")
                .append(list(plan.moved().stream().map(Revision::id).toList()))
                .append('\n');
        plan.changes()
                .forEach(
                        change ->
                                text.append(change.revision().id())
                                        .append(" revises: ")
                                        .append(list(change.revision().revises()))
                                        .append(" -> ")
                                        .append(list(change.revises()))
                                        .append('\n'));
        return text.append(Findings.of(plan.notices())).toString();
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
