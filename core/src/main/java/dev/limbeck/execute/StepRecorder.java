package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Actor;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.LedgerWriter;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Writes what a step did into the ledger. */
final class StepRecorder {
    private final LedgerWriter ledger;
    private final Actor actor;
    private final Optional<String> reason;
    private final Path root;
    private final NavigableSet<RevisionId> rows;

    /**
     * Makes a recorder.
     *
     * @param rows the version table's rows before the first step
     * @param reason what every event gives as its reason
     * @param root the project's folder, from which the history names files
     */
    StepRecorder(
            LedgerWriter ledger, Actor actor, HeadSet rows, Optional<String> reason, Path root) {
        this.ledger = ledger;
        this.root = root;
        this.actor = actor;
        this.reason = reason;
        this.rows = new TreeSet<>(rows.ids());
    }

    /**
     * A step with what the history will say of its script, gathered before the script runs.
     *
     * @param headsBefore the version table's rows at that time
     */
    record Entry(PreparedStep step, RecordedScript script, List<String> headsBefore) {
        Entry {
            headsBefore = List.copyOf(headsBefore);
        }
    }

    /** Gathers what the history will say of a step's script. */
    Entry entry(PreparedStep step) {
        return new Entry(
                step,
                new RecordedScript(
                        step.direction(),
                        step.script().map(script -> script.file().pathIn(root)),
                        step.script().map(Script::checksum),
                        step.statements(),
                        step.script().map(StepRecorder::stored),
                        step.downFile().map(StepRecorder::stored)),
                heads());
    }

    /** Returns a script as the history keeps it. */
    static StoredText stored(Script script) {
        return script.text().map(StoredText::of).orElseGet(() -> StoredText.omitted(script.size()));
    }

    /** Returns a file as the history keeps it. */
    static StoredText stored(ScriptFile file) {
        try {
            return StoredText.ofFile(file.path());
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the down script: " + e.getMessage(),
                            SourceLocation.of(file.shown())),
                    e);
        }
    }

    /** Changes the version table's rows and appends the event of a step that ran to its end. */
    void done(Entry entry, Stopwatch watch) {
        change(entry.step().versionChanges());
        boolean up = entry.step().direction() == Direction.UP;
        Kind kind = up ? Kind.APPLIED : Kind.REVERTED;
        append(kind, Optional.of(entry), heads(), watch, Optional.empty());
    }

    /** Appends the event of a step that failed. */
    void failed(Entry entry, Stopwatch watch, Failure failure) {
        append(Kind.FAILED, Optional.of(entry), entry.headsBefore(), watch, Optional.of(failure));
    }

    /** Changes the version table's rows and appends the event of a stamp. */
    void stamped(List<VersionChange> changes, Stopwatch watch) {
        change(changes);
        append(Kind.STAMPED, Optional.empty(), heads(), watch, Optional.empty());
    }

    /** Changes the version table's rows and appends the event of what a person settled. */
    void settled(
            Kind kind,
            Subject subject,
            RecordedScript script,
            List<VersionChange> changes,
            Stopwatch watch) {
        change(changes);
        append(kind, Optional.of(subject), Optional.of(script), heads(), watch, Optional.empty());
    }

    private void append(
            Kind kind,
            Optional<Entry> entry,
            List<String> heads,
            Stopwatch watch,
            Optional<Failure> failure) {
        append(
                kind,
                entry.map(of -> subject(of.step().revision())),
                entry.map(Entry::script),
                heads,
                watch,
                failure);
    }

    private void append(
            Kind kind,
            Optional<Subject> subject,
            Optional<RecordedScript> script,
            List<String> heads,
            Stopwatch watch,
            Optional<Failure> failure) {
        ledger.append(
                new HistoryEvent(
                        0,
                        kind,
                        subject,
                        script,
                        heads,
                        actor,
                        watch.startedAt(),
                        watch.elapsed(),
                        failure,
                        reason));
    }

    private List<String> heads() {
        return rows.stream().map(RevisionId::value).toList();
    }

    /** Returns a revision as the history names it. */
    static Subject subject(Revision revision) {
        return new Subject(
                revision.id().value(),
                revision.revises(),
                revision.dependsOn(),
                revision.branchLabels(),
                revision.message(),
                revision.created());
    }

    private void change(List<VersionChange> changes) {
        for (VersionChange change : changes) {
            ledger.change(change);
            change.removed().ifPresent(rows::remove);
            change.added().ifPresent(rows::add);
        }
    }
}
