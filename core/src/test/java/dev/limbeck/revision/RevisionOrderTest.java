package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testing.RandomGraphs;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order of revisions: right for every subset, the same from any file order, never recursive.
 */
class RevisionOrderTest {

    static Stream<Long> seeds() {
        return RandomGraphs.seeds(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void putsRequirementsFirstInEverySubset(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        List<RevisionId> chosen = RandomGraphs.someIds(random, graph);
        RevisionSet subset =
                graph.lineDescendants(chosen)
                        .minus(graph.ancestors(RandomGraphs.someIds(random, graph)));

        List<RevisionId> order = subset.upwards().stream().map(Revision::id).toList();

        assertThat(order).containsExactlyInAnyOrderElementsOf(subset.ids());
        for (int at = 0; at < order.size(); at++) {
            List<RevisionId> later = order.subList(at + 1, order.size());
            assertThat(later).noneMatch(graph.ancestors(List.of(order.get(at)))::contains);
        }
        List<Revision> downwards = new ArrayList<>(subset.downwards());
        Collections.reverse(downwards);
        assertThat(downwards).isEqualTo(subset.upwards());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walksTheSlotsAsDescribed(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random, 60, 12));

        assertThat(graph.all().downwards()).extracting(Revision::id).isEqualTo(slowly(graph));
    }

    /** The rule of the order, word by word, asking for all ancestors each time. */
    private static List<RevisionId> slowly(RevisionGraph graph) {
        List<RevisionId> slots = new ArrayList<>();
        graph.effectiveHeads().forEach(head -> slots.add(head.id()));
        List<RevisionId> order = new ArrayList<>();
        int slot = 0;
        while (!slots.isEmpty()) {
            RevisionId id = slots.get(slot);
            int foremost = foremostAbove(graph, slots, id);
            if (foremost >= 0) {
                slot = foremost;
                continue;
            }
            order.add(id);
            List<RevisionId> fresh =
                    graph.requirements(id).stream().filter(next -> !slots.contains(next)).toList();
            if (fresh.isEmpty()) {
                slots.remove(slot);
                slot = Math.max(slot - 1, 0);
            } else {
                slots.set(slot, fresh.get(0));
                slots.addAll(fresh.subList(1, fresh.size()));
            }
        }
        return order;
    }

    private static int foremostAbove(RevisionGraph graph, List<RevisionId> slots, RevisionId id) {
        return IntStream.range(0, slots.size())
                .filter(other -> !slots.get(other).equals(id))
                .filter(other -> graph.ancestors(List.of(slots.get(other))).contains(id))
                .findFirst()
                .orElse(-1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameFromAnyFileOrder(long seed) {
        Random random = new Random(seed);
        List<Revision> files = new ArrayList<>(RevisionGraphs.revisions(RandomGraphs.text(random)));
        List<Revision> order = RevisionGraph.of(files).ordered();

        Collections.shuffle(files, random);

        assertThat(RevisionGraph.of(files).ordered()).isEqualTo(order);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dropsExactlyTheDependenciesAnAncestorHas(long seed) {
        // few targets and many dependents, so that more than 64 dependencies are repeated
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 90; number++) {
            text.append("t").append(number).append("; ");
        }
        for (int number = 0; number < 40; number++) {
            text.append("r").append(number);
            if (number > 0) {
                text.append(" <- r").append(random.nextInt(number));
            }
            text.append(" & t")
                    .append(random.nextInt(90))
                    .append(", t")
                    .append(random.nextInt(90))
                    .append("; ");
        }
        RevisionGraph graph = RevisionGraphs.of(text.toString());
        for (Revision revision : graph.revisions()) {
            List<RevisionId> parents = graph.parents(revision.id());
            Set<RevisionId> had = new HashSet<>();
            graph.lineAncestors(parents).ids().forEach(id -> had.addAll(graph.dependencies(id)));
            List<RevisionId> expected = new ArrayList<>(parents);
            graph.dependencies(revision.id()).stream()
                    .filter(id -> !had.contains(id))
                    .forEach(expected::add);
            assertThat(graph.requirements(revision.id())).isEqualTo(expected);
        }
    }

    @Test
    void goesDownALineOfAHundredThousandRevisionsWithoutRecursion() {
        StringBuilder text = new StringBuilder("r100000");
        for (int number = 100_001; number < 200_000; number++) {
            text.append("; r").append(number).append(" <- r").append(number - 1);
        }
        RevisionGraph graph = RevisionGraphs.of(text.toString());

        assertThat(graph.ordered()).isEqualTo(graph.revisions());
        assertThat(graph.ancestors(List.of(new RevisionId("r199999"))).size()).isEqualTo(100_000);
        assertThat(graph.resolve(RevisionRefParser.parse("head-99999"), HeadSet.empty()))
                .extracting(Revision::id)
                .containsExactly(new RevisionId("r100000"));
    }
}
