package dev.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.testing.RandomGraphs;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user types, the answer is a meaning or a refusal that can be read. */
class AnyTextTest {
    private static final List<String> PIECES =
            List.of(
                    "head",
                    "heads",
                    "base",
                    "current",
                    "@",
                    "@",
                    "+",
                    "-",
                    "+1",
                    "-1",
                    "-2",
                    "+0",
                    ":",
                    "1",
                    "99999999999999999999",
                    " ",
                    "",
                    ",",
                    ".",
                    "é",
                    "\uD83D",
                    "\n",
                    "la",
                    "label",
                    "-x",
                    "--",
                    "\0");

    static Stream<Long> seeds() {
        return RandomGraphs.seeds(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namingThrowsRevisionExceptionsOnly(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        HeadSet rows = rows(random, graph);
        for (int round = 0; round < 50; round++) {
            String text = text(random, graph);
            quietly(RevisionException.class, text, () -> RevisionRefParser.parseTarget(text));
            quietly(
                    RevisionException.class,
                    text,
                    () -> graph.resolve(RevisionRefParser.parse(text), rows));
            quietly(
                    RevisionException.class,
                    text,
                    () -> graph.resolveOne(RevisionRefParser.parse(text), rows));
            quietly(
                    RevisionException.class,
                    text,
                    () -> graph.range(RevisionRefParser.parseRange(text), rows));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void planningThrowsReadableExceptionsOnly(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        HeadSet rows = rows(random, graph);
        for (int round = 0; round < 20; round++) {
            String text = text(random, graph);
            String other = text(random, graph);
            List<String> both = List.of(text, other);
            quietly(LimbeckException.class, text, () -> Planner.upgrade(graph, rows, text));
            quietly(LimbeckException.class, text, () -> Planner.downgrade(graph, rows, text));
            quietly(LimbeckException.class, text, () -> Planner.stamp(graph, rows, both));
            quietly(LimbeckException.class, text, () -> Planner.purgeAndStamp(graph, rows, both));
            quietly(LimbeckException.class, text, () -> Planner.upgradeOffline(graph, text));
            quietly(LimbeckException.class, text, () -> Planner.downgradeOffline(graph, text));
            quietly(LimbeckException.class, text, () -> Planner.stampOffline(graph, both));
            quietly(LimbeckException.class, text, () -> RebasePlan.of(graph, rows, text, other));
            DraftRequest request =
                    new DraftRequest(
                            both,
                            DraftRequest.Splice.ALLOWED,
                            List.of(other),
                            List.of(text),
                            Optional.of(other));
            quietly(
                    LimbeckException.class,
                    text,
                    () -> RevisionDrafter.revision(graph, rows, request));
            quietly(
                    LimbeckException.class,
                    text,
                    () -> RevisionDrafter.merge(graph, rows, DraftRequest.on(both)));
        }
    }

    private static void quietly(
            Class<? extends LimbeckException> allowed, String text, Runnable call) {
        assertThatCode(
                        () -> {
                            try {
                                call.run();
                            } catch (LimbeckException e) {
                                if (!allowed.isInstance(e)) {
                                    throw e;
                                }
                            }
                        })
                .as("'%s'", text)
                .doesNotThrowAnyException();
    }

    private static RevisionGraph graph(Random random) {
        return RevisionGraphs.of(random.nextInt(10) == 0 ? "" : RandomGraphs.text(random));
    }

    /** Returns rows as a database may hold them: overlapping or unknown ones too. */
    private static HeadSet rows(Random random, RevisionGraph graph) {
        List<RevisionId> rows = new ArrayList<>(RandomGraphs.someIds(random, graph));
        if (random.nextInt(5) == 0) {
            rows.add(new RevisionId("gone"));
        }
        return HeadSet.of(rows.subList(0, Math.min(rows.size(), random.nextInt(4))));
    }

    private static String text(Random random, RevisionGraph graph) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
            if (graph.size() > 0 && random.nextInt(3) == 0) {
                String id = graph.revisions().get(random.nextInt(graph.size())).id().value();
                text.append(id, 0, 1 + random.nextInt(id.length()));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
