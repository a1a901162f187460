package dev.limbeck.execute;

import dev.limbeck.ledger.JournalRun;
import dev.limbeck.plan.Plan;
import dev.limbeck.plan.PlanStep;
import dev.limbeck.plan.Planner;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.sql.SqlLexicon;
import java.util.List;
import java.util.Optional;

/** Brings scripts that stopped half way into a plan: they come first, or nothing runs. */
final class Resumption {
    private final List<JournalRun> open;
    private final UnfinishedScripts words;

    /**
     * @param open the runs that are still to be finished
     */
    Resumption(List<JournalRun> open, UnfinishedScripts words) {
        this.open = List.copyOf(open);
        this.words = words;
    }

    /** Returns the plan with what was begun at its start; throws where that is no part of it. */
    Plan inOrder(RevisionGraph graph, Plan plan) {
        Plan ordered = plan;
        for (JournalRun run : open) {
            boolean planned = plan.steps().stream().anyMatch(step -> isRestOf(step, run));
            if (!planned) {
                throw words.refusal(run);
            }
            ordered = Planner.beginningWith(graph, ordered, new RevisionId(run.revision()));
        }
        return ordered;
    }

    private static boolean isRestOf(PlanStep step, JournalRun run) {
        Direction direction =
                step.accept(
                        new PlanStep.Visitor<>() {
                            @Override
                            public Direction upgrade(PlanStep.Upgrade up) {
                                return Direction.UP;
                            }

                            @Override
                            public Direction downgrade(PlanStep.Downgrade down) {
                                return Direction.DOWN;
                            }

                            @Override
                            public Direction stamp(PlanStep.Stamp stamp) {
                                throw new IllegalStateException("a stamp runs no script");
                            }
                        });
        return direction == run.direction()
                && Planner.revision(step).id().value().equals(run.revision());
    }

    /** Returns the steps, each as the rest of the run that began it. */
    List<PreparedStep> attach(List<PreparedStep> steps, SqlLexicon lexicon) {
        return open.isEmpty() ? steps : steps.stream().map(step -> attach(step, lexicon)).toList();
    }

    private PreparedStep attach(PreparedStep step, SqlLexicon lexicon) {
        Optional<JournalRun> begun =
                open.stream()
                        .filter(run -> run.revision().equals(step.revision().id().value()))
                        .findFirst();
        if (begun.isEmpty()) {
            return step;
        }
        if (step.script().isEmpty()) {
            throw words.refusal(begun.get());
        }
        new DoneStatements(begun.get(), step.script().get(), lexicon).refuseEdits();
        return step.resuming(begun.get());
    }
}
