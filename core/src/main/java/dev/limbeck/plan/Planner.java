package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import java.util.List;

/** Turns a graph, the rows of a database and a target into a {@link Plan}. Pure functions. */
public final class Planner {
    private Planner() {}

    /** Plans the way up; throws {@code RevisionException} or {@code PlanException} on refusal. */
    public static Plan upgrade(RevisionGraph graph, HeadSet applied, String target) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans the way down. */
    public static Plan downgrade(RevisionGraph graph, HeadSet applied, String target) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans a change of rows that runs no script. */
    public static Plan stamp(RevisionGraph graph, HeadSet applied, List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }
}
