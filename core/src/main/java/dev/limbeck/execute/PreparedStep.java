package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.ledger.JournalRun;
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
 * @param resumed the earlier run of the script that stopped half way and is to be finished
 */
record PreparedStep(
        Direction direction,
        Revision revision,
        Optional<Script> script,
        Optional<ScriptFile> downFile,
        List<VersionChange> versionChanges,
        Optional<JournalRun> resumed) {
    PreparedStep {
        versionChanges = List.copyOf(versionChanges);
    }

    /** Makes a step that begins with its script's first statement. */
    PreparedStep(
            Direction direction,
            Revision revision,
            Optional<Script> script,
            Optional<ScriptFile> downFile,
            List<VersionChange> versionChanges) {
        this(direction, revision, script, downFile, versionChanges, Optional.empty());
    }

    /** Returns this step as the rest of an earlier run. */
    PreparedStep resuming(JournalRun run) {
        return new PreparedStep(
                direction, revision, script, downFile, versionChanges, Optional.of(run));
    }

    /** Returns what the step is once it ended well. */
    StepReport.State ended() {
        return resumed.isPresent() ? StepReport.State.RESUMED : StepReport.State.DONE;
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
        // What was begun statement by statement is finished so, whatever the file says by now.
        return script.isEmpty()
                || (resumed.isEmpty()
                        && capabilities.contains(Capability.TRANSACTIONAL_DDL)
                        && !script.get().transactionOff());
    }

    /** Returns the step for listeners and reports. */
    StepReport report(StepReport.State state, Duration duration) {
        return new StepReport(direction, revision, statements(), duration, state);
    }
}
