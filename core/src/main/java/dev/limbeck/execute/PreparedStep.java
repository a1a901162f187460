package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.report.StepReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a plan whose script has been read and found fit to run.
 *
 * @param direction which way
 * @param revision the revision
 * @param script what runs; empty where the revision is only recorded
 * @param downFile for an upgrade the down script, whose text the history keeps
 * @param versionChanges what becomes of the version table's rows
 */
record PreparedStep(
        Direction direction,
        Revision revision,
        Optional<Script> script,
        Optional<ScriptFile> downFile,
        List<VersionChange> versionChanges) {
    PreparedStep {
        versionChanges = List.copyOf(versionChanges);
    }

    int statements() {
        return script.map(Script::statementCount).orElse(0);
    }

    /** Returns the file that runs, as users see it; the revision's own where nothing runs. */
    Path shownFile() {
        return script.map(read -> read.file().shown()).orElse(revision.path());
    }

    /** Returns whether the script and its record are one transaction on a database. */
    boolean runsInTransaction(Set<Capability> capabilities) {
        return script.isEmpty()
                || (capabilities.contains(Capability.TRANSACTIONAL_DDL)
                        && !script.get().transactionOff());
    }

    /** Returns the step for listeners and reports. */
    StepReport report(StepReport.State state, Duration duration) {
        return new StepReport(direction, revision, statements(), duration, state);
    }
}
