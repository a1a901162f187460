package dev.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What every plan has to keep, whichever order it chose. */
final class PlanRules implements PlanStep.Visitor<Void> {
    private final RevisionGraph graph;
    private final Set<RevisionId> applied;
    private final Set<RevisionId> rows;

    private PlanRules(RevisionGraph graph, Plan plan) {
        this.graph = graph;
        applied = new HashSet<>(graph.applied(plan.from()).ids());
        rows = new TreeSet<>(plan.from().ids());
    }

    /** Asserts that each script finds what it needs, and each row change its row. */
    static void check(RevisionGraph graph, Plan plan) {
        check(graph, plan, rows -> {});
    }

    /** Asserts the same, and hears the rows after each step. */
    static void check(RevisionGraph graph, Plan plan, Consumer<HeadSet> afterStep) {
        PlanRules rules = new PlanRules(graph, plan);
        for (PlanStep step : plan.steps()) {
            step.accept(rules);
            step.versionChanges().forEach(rules::change);
            afterStep.accept(HeadSet.of(rules.rows));
        }
        assertThat(HeadSet.of(rules.rows)).isEqualTo(plan.to());
    }

    private void change(VersionChange change) {
        change.removed()
                .ifPresent(row -> assertThat(rows.remove(row)).as("had row %s", row).isTrue());
        change.added()
                .ifPresent(row -> assertThat(rows.add(row)).as("had no row %s", row).isTrue());
    }

    @Override
    public Void upgrade(PlanStep.Upgrade step) {
        RevisionId id = step.revision().id();
        assertThat(applied).containsAll(graph.parents(id)).containsAll(graph.dependencies(id));
        assertThat(applied.add(id)).as("%s was not applied", id).isTrue();
        return null;
    }

    @Override
    public Void downgrade(PlanStep.Downgrade step) {
        RevisionId id = step.revision().id();
        assertThat(graph.children(id)).noneMatch(applied::contains);
        assertThat(graph.dependents(id)).noneMatch(applied::contains);
        assertThat(applied.remove(id)).as("%s was applied", id).isTrue();
        return null;
    }

    @Override
    public Void stamp(PlanStep.Stamp step) {
        return null;
    }
}
