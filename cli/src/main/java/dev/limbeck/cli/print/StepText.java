package dev.limbeck.cli.print;

import dev.limbeck.report.StepReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.Direction;

/** How the steps of an upgrade or a downgrade are written. */
public final class StepText {
    /** What comes before the number of statements is at least this wide. */
    private static final int WIDTH = 52;

    private StepText() {}

    /** Returns the line of a step that ran: what, how many statements, how long. */
    public static String done(StepReport step) {
        String note = step.state() == StepReport.State.RESUMED ? "   resumed" : "";
        return planned(step) + String.format(" %4d ms", step.duration().toMillis()) + note;
    }

    /** Returns the line of a step that would run. */
    public static String planned(StepReport step) {
        String what = verb(step) + "  " + move(step) + "  " + step.revision().message();
        String word = step.statements() == 1 ? " statement" : " statements";
        return DisplayWidth.pad(what, WIDTH) + "   " + step.statements() + word;
    }

    /** Returns {@code A -> B}. */
    public static String move(StepReport step) {
        Revision revision = step.revision();
        String parents = RevisionText.parents(revision);
        return step.direction() == Direction.UP
                ? parents + " -> " + revision.id()
                : revision.id() + " -> " + parents;
    }

    /** Returns the word of the command that makes such a step. */
    public static String verb(StepReport step) {
        return step.direction() == Direction.UP ? "upgrade" : "downgrade";
    }
}
