package dev.limbeck.plan;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import dev.limbeck.testing.RevisionGraphs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Movement: a graph, the rows of a database, commands one after the other, and what each of them
 * does. {@code --sql} stands for a plan without a database, {@code rows a b} for rows that somebody
 * else wrote.
 */
class MovementGoldenTest {

    @TestFactory
    Stream<DynamicTest> movement() {
        return GoldenFiles.in("movement", MovementGoldenTest::run);
    }

    private static Map<String, String> run(Map<String, String> sections) {
        RevisionGraph graph = RevisionGraphs.of(sections.getOrDefault("graph", ""));
        HeadSet rows = RevisionGraphs.rows(sections.getOrDefault("rows", "").strip());
        StringBuilder steps = new StringBuilder();
        for (String command : sections.getOrDefault("commands", "").lines().toList()) {
            steps.append("$ ").append(command).append('\n');
            if (command.startsWith("rows ")) {
                rows = RevisionGraphs.rows(command.substring(5).replace(' ', ','));
                continue;
            }
            try {
                Plan plan = plan(graph, rows, List.of(command.split(" ")));
                PlanRules.check(graph, plan);
                steps.append(PlanText.of(plan));
                rows = plan.to();
            } catch (LimbeckException e) {
                steps.append(Findings.of(e));
            }
        }
        return Map.of("steps", steps.toString());
    }

    private static Plan plan(RevisionGraph graph, HeadSet rows, List<String> words) {
        boolean option = words.size() > 1 && words.get(1).startsWith("--");
        String verb = option ? words.get(0) + " " + words.get(1) : words.get(0);
        List<String> targets = words.subList(option ? 2 : 1, words.size());
        return switch (verb) {
            case "upgrade" -> Planner.upgrade(graph, rows, targets.get(0));
            case "upgrade --sql" -> Planner.upgradeOffline(graph, targets.get(0));
            case "downgrade" -> Planner.downgrade(graph, rows, targets.get(0));
            case "downgrade --sql" -> Planner.downgradeOffline(graph, targets.get(0));
            case "stamp" -> Planner.stamp(graph, rows, targets);
            case "stamp --purge" -> Planner.purgeAndStamp(graph, rows, targets);
            case "stamp --sql" -> Planner.stampOffline(graph, targets);
            default -> throw new IllegalArgumentException(verb);
        };
    }
}
