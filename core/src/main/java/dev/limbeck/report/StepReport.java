package dev.limbeck.report;

import dev.limbeck.revision.Revision;
import dev.limbeck.script.Direction;
import java.time.Duration;

/**
 * One step of an upgrade or downgrade.
 *
 * @param direction which way
 * @param revision the revision
 * @param statements number of statements in its script
 * @param duration how long it took; zero where it was only planned
 * @param state what became of it
 */
public record StepReport(
        Direction direction, Revision revision, int statements, Duration duration, State state) {
    /** What became of a step. */
    public enum State {
        PLANNED,
        DONE,
        FAILED,
        RESUMED
    }
}
