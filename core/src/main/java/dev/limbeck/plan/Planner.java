package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import java.util.List;

/** Turns a graph, the rows of a database and a target into a {@link Plan}. Pure functions. */
public final class Planner {
    private Planner() {}

    /** Plans the way up; throws {@code RevisionException} or {@code PlanException} on refusal. */
    public static Plan upgrade(RevisionGraph graph, HeadSet rows, String target) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans the way down. */
    public static Plan downgrade(RevisionGraph graph, HeadSet rows, String target) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans a change of rows that runs no script. */
    public static Plan stamp(RevisionGraph graph, HeadSet rows, List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans to empty the version table, whatever stands in it, and to write the targets. */
    public static Plan purgeAndStamp(RevisionGraph graph, HeadSet rows, List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans the way up without a database: {@code FROM:TO}, or {@code TO} from an empty one. */
    public static Plan upgradeOffline(RevisionGraph graph, String range) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans the way down without a database: {@code FROM:TO}. */
    public static Plan downgradeOffline(RevisionGraph graph, String range) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Plans a change of rows without a database: {@code FROM:TO}, or {@code TO} for an empty one;
     * where there are several, all have one FROM.
     */
    public static Plan stampOffline(RevisionGraph graph, List<String> ranges) {
        throw new UnsupportedOperationException("not built yet");
    }
}
