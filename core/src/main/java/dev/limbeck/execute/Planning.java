package dev.limbeck.execute;

import dev.limbeck.plan.Plan;
import dev.limbeck.revision.HeadSet;

/** Makes a plan for the rows of a database; asked again where the rows changed meanwhile. */
@FunctionalInterface
public interface Planning {
    Plan plan(HeadSet rows);
}
