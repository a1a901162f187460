package dev.limbeck.plan;

import dev.limbeck.revision.Revision;
import java.util.List;

/** One step of a plan: what runs, and what becomes of the version table's rows. */
public sealed interface PlanStep {

    /** Returns the changes to the version table, in order. */
    List<VersionChange> versionChanges();

    /** Calls the visitor's method for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /** What differs by the kind of step. */
    interface Visitor<R> {
        R upgrade(Upgrade step);

        R downgrade(Downgrade step);

        R stamp(Stamp step);
    }

    /** Runs a revision's up script. */
    record Upgrade(Revision revision, List<VersionChange> versionChanges) implements PlanStep {
        public Upgrade {
            versionChanges = List.copyOf(versionChanges);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.upgrade(this);
        }
    }

    /** Runs a revision's down script. */
    record Downgrade(Revision revision, List<VersionChange> versionChanges) implements PlanStep {
        public Downgrade {
            versionChanges = List.copyOf(versionChanges);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.downgrade(this);
        }
    }

    /** Changes rows and runs no script. */
    record Stamp(List<VersionChange> versionChanges) implements PlanStep {
        public Stamp {
            versionChanges = List.copyOf(versionChanges);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stamp(this);
        }
    }
}
