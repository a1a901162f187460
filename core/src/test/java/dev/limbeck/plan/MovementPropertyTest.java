package dev.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.testing.RandomGraphs;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every movement through any graph. */
class MovementPropertyTest {

    static Stream<Long> seeds() {
        return RandomGraphs.seeds(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyStepKeepsTheRowsMinimal(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        HeadSet rows = HeadSet.empty();
        for (int move = 0; move < 8; move++) {
            Optional<Plan> plan = someMove(random, graph, rows);
            if (plan.isPresent()) {
                PlanRules.check(graph, plan.get(), after -> assertMinimal(graph, after));
                rows = plan.get().to();
            }
        }
    }

    private static void assertMinimal(RevisionGraph graph, HeadSet rows) {
        for (RevisionId row : rows.ids()) {
            List<RevisionId> others =
                    rows.ids().stream().filter(other -> !other.equals(row)).toList();
            assertThat(graph.ancestors(others).contains(row))
                    .as("%s is implied by another row of %s", row, rows)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void downgradeToBaseUndoesUpgradeToHeads(long seed) {
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(new Random(seed)));

        Plan up = Planner.upgrade(graph, HeadSet.empty(), "heads");
        Plan down = Planner.downgrade(graph, up.to(), "base");

        assertThat(up.to().ids())
                .containsExactlyElementsOf(
                        graph.effectiveHeads().stream().map(Revision::id).toList());
        assertThat(down.to()).isEqualTo(HeadSet.empty());
        assertThat(down.steps()).hasSameSizeAs(up.steps()).hasSize(graph.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takingUpgradedRevisionsDownRestoresTheRows(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        HeadSet rows = someRows(random, graph);
        RevisionSet pending = graph.pending(rows);

        RowTracker tracker = new RowTracker(graph, rows);
        pending.upwards().forEach(revision -> tracker.up(revision.id()));
        pending.downwards().forEach(revision -> tracker.down(revision.id()));

        assertThat(tracker.rows()).isEqualTo(rows);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradeToTheOldRowsUndoesADowngrade(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        HeadSet rows = someRows(random, graph);
        for (Revision target : graph.revisions()) {
            HeadSet after;
            try {
                after = Planner.downgrade(graph, rows, target.id().value()).to();
            } catch (LimbeckException e) {
                continue;
            }
            for (RevisionId row : rows.ids()) {
                after = Planner.upgrade(graph, after, row.value()).to();
            }
            assertThat(after).isEqualTo(rows);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradeAppliesWhatTheTargetRequiresAndNothingElse(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        HeadSet rows = someRows(random, graph);
        for (Revision target : graph.revisions()) {
            HeadSet after = Planner.upgrade(graph, rows, target.id().value()).to();
            assertThat(graph.applied(after).ids())
                    .isEqualTo(
                            graph.applied(rows).plus(graph.ancestors(List.of(target.id()))).ids());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePlanIsTheSameFromAnyFileOrder(long seed) {
        Random random = new Random(seed);
        List<Revision> files = new ArrayList<>(RevisionGraphs.revisions(RandomGraphs.text(random)));
        RevisionGraph graph = RevisionGraph.of(files);
        HeadSet rows = someRows(random, graph);
        String up = PlanText.of(Planner.upgrade(graph, rows, "heads"));
        String down = PlanText.of(Planner.downgrade(graph, rows, "base"));

        Collections.shuffle(files, random);
        RevisionGraph shuffled = RevisionGraph.of(files);

        assertThat(PlanText.of(Planner.upgrade(shuffled, rows, "heads"))).isEqualTo(up);
        assertThat(PlanText.of(Planner.downgrade(shuffled, rows, "base"))).isEqualTo(down);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStampStoresItsTargetAndKeepsOtherLines(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        HeadSet rows = someRows(random, graph);
        for (Revision target : graph.revisions()) {
            Plan plan;
            try {
                plan = Planner.stamp(graph, rows, List.of(target.id().value()));
            } catch (LimbeckException e) {
                continue;
            }
            PlanRules.check(graph, plan);
            assertMinimal(graph, plan.to());
            List<RevisionId> related =
                    graph.ancestors(List.of(target.id()))
                            .plus(graph.descendants(List.of(target.id())))
                            .ids();
            assertThat(plan.to().ids()).contains(target.id());
            assertThat(plan.to().ids())
                    .containsAll(
                            rows.ids().stream().filter(row -> !related.contains(row)).toList());
        }
    }

    private static HeadSet someRows(Random random, RevisionGraph graph) {
        HeadSet rows = HeadSet.empty();
        for (RevisionId id : RandomGraphs.someIds(random, graph)) {
            rows = Planner.upgrade(graph, rows, id.value()).to();
        }
        return rows;
    }

    private static Optional<Plan> someMove(Random random, RevisionGraph graph, HeadSet rows) {
        String target = graph.revisions().get(random.nextInt(graph.size())).id().value();
        try {
            return Optional.of(
                    switch (random.nextInt(4)) {
                        case 0 -> Planner.downgrade(graph, rows, target);
                        case 1 -> Planner.downgrade(graph, rows, target + "@base");
                        case 2 -> Planner.stamp(graph, rows, List.of(target));
                        default -> Planner.upgrade(graph, rows, target);
                    });
        } catch (LimbeckException refused) {
            return Optional.empty();
        }
    }
}
