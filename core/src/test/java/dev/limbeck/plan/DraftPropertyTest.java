package dev.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.LimbeckException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.testing.RandomGraphs;
import dev.limbeck.testing.RevisionGraphs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was decided for a header leaves a graph that hangs together. */
class DraftPropertyTest {

    static Stream<Long> seeds() {
        return RandomGraphs.seeds(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMergeLeavesOneEffectiveHead(long seed) {
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(new Random(seed)));
        DraftRequest request =
                new DraftRequest(
                        List.of(),
                        DraftRequest.Splice.ALLOWED,
                        List.of(),
                        List.of(),
                        Optional.of("merged"));

        Optional<RevisionDraft> draft = RevisionDrafter.merge(graph, HeadSet.empty(), request);

        if (draft.isEmpty()) {
            assertThat(graph.effectiveHeads()).hasSizeLessThan(2);
            return;
        }
        List<Revision> files = new ArrayList<>(graph.revisions());
        files.add(withRevises(files.get(0), new RevisionId("merged"), draft.get().revises()));
        assertThat(RevisionGraph.of(files).effectiveHeads())
                .extracting(Revision::id)
                .containsExactly(new RevisionId("merged"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRebasePutsTheLineOnTopAndKeepsTheRest(long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = RevisionGraphs.of(RandomGraphs.text(random));
        for (int round = 0; round < 20; round++) {
            RevisionId moving = some(random, graph);
            RevisionId onto = some(random, graph);
            RebasePlan plan;
            try {
                plan = RebasePlan.of(graph, HeadSet.empty(), moving.value(), onto.value());
            } catch (LimbeckException refused) {
                continue;
            }
            RevisionGraph after = RevisionGraph.of(apply(graph, plan).values());
            assertThat(after.lineAncestors(List.of(moving)).contains(onto)).isTrue();
            assertThat(after.lineAncestors(List.of(onto)).ids())
                    .isEqualTo(graph.lineAncestors(List.of(onto)).ids());
            assertThat(plan.moved())
                    .extracting(Revision::id)
                    .containsAll(
                            plan.changes().stream().map(each -> each.revision().id()).toList());
        }
    }

    private static Map<RevisionId, Revision> apply(RevisionGraph graph, RebasePlan plan) {
        Map<RevisionId, Revision> files = new LinkedHashMap<>();
        graph.revisions().forEach(revision -> files.put(revision.id(), revision));
        for (RebasePlan.NewParents change : plan.changes()) {
            RevisionId id = change.revision().id();
            files.put(id, withRevises(change.revision(), id, change.revises()));
        }
        return files;
    }

    private static Revision withRevises(Revision like, RevisionId id, List<RevisionId> revises) {
        boolean same = like.id().equals(id);
        return new Revision(
                id,
                revises.stream().map(RevisionId::value).toList(),
                same ? like.branchLabels() : List.of(),
                same ? like.dependsOn() : List.of(),
                like.message(),
                like.created(),
                like.path(),
                like.places());
    }

    private static RevisionId some(Random random, RevisionGraph graph) {
        return graph.revisions().get(random.nextInt(graph.size())).id();
    }
}
