package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.HeadSet;
import java.util.List;

/**
 * What a command will do, step by step, from the rows it was made for.
 *
 * @param from the version table's rows the plan was made from
 * @param to the rows after the last step
 * @param steps in the order they run
 * @param notices what the user should be told, for example that the target is applied already
 */
public record Plan(HeadSet from, HeadSet to, List<PlanStep> steps, List<Diagnostic> notices) {
    public Plan {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }
}
