package dev.limbeck.execute;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.RevisionException;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.plan.Planner;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what the ledger shall say where a person has settled something by hand. */
final class Settlements {
    private final DatabaseSession session;
    private final Migrations migrations;
    private final Dialect dialect;
    private final Path root;

    Settlements(DatabaseSession session, RunSettings settings) {
        this.session = session;
        this.migrations = settings.migrations();
        this.dialect = session.dialect();
        this.root = settings.root();
    }

    /**
     * What is written.
     *
     * @param kind the event's kind
     * @param subject the revision
     * @param script which way it stands since, and the text it is held to from now on
     * @param changes of the version table's rows
     * @param run the run that is over with it
     */
    record Settlement(
            Kind kind,
            Subject subject,
            RecordedScript script,
            List<VersionChange> changes,
            Optional<JournalRun> run) {
        Settlement {
            changes = List.copyOf(changes);
        }
    }

    /** Settles a revision whose script stopped half way. */
    Settlement resolve(RevisionId id, HeadSet rows, Resolution resolution) {
        JournalRun run =
                session.ledger().journal().open().stream()
                        .filter(open -> open.revision().equals(id.value()))
                        .findFirst()
                        .orElseThrow(() -> nothingToResolve(id));
        boolean applied = resolution == Resolution.APPLIED;
        boolean ranUp = run.direction() == Direction.UP;
        RevisionGraph graph = migrations.graph();
        List<VersionChange> changes = List.of();
        if (applied && ranUp) {
            changes = Planner.applying(graph, rows, id);
        } else if (!applied && !ranUp) {
            changes = Planner.reverting(graph, rows, id);
        }
        RecordedScript script =
                applied && ranUp
                        ? upScript(id).orElseGet(() -> asItRan(run))
                        : noScript(applied ? Direction.UP : Direction.DOWN);
        return new Settlement(Kind.RESOLVED, subject(id), script, changes, Optional.of(run));
    }

    private static PlanException nothingToResolve(RevisionId id) {
        return new PlanException(
                Diagnostic.error(
                                ErrorCode.NOTHING_TO_RESOLVE,
                                "no script of revision " + id + " stopped half way")
                        .withHint("'limbeck status' lists those that did"));
    }

    /** Accepts a file that was edited after it was applied; empty where it was not. */
    Optional<Settlement> repair(RevisionId id, HeadSet rows) {
        Map<String, Checksum> checksums =
                session.ledger().digest().state(migrations.graph()).checksums();
        Checksum ran = checksums.get(id.value());
        boolean applied = migrations.graph().applied(rows).contains(id);
        if (ran == null || !applied) {
            throw new PlanException(
                    Diagnostic.error(
                                    ErrorCode.NOTHING_TO_REPAIR,
                                    applied
                                            ? "of revision "
                                                    + id
                                                    + " no text is recorded that ran on this"
                                                    + " database"
                                            : "revision " + id + " is not applied")
                            .withHint(
                                    "'limbeck status' lists what was edited after it was applied"));
        }
        RecordedScript now =
                upScript(id)
                        .orElseThrow(
                                () ->
                                        new PlanException(
                                                Diagnostic.error(
                                                                ErrorCode.NOTHING_TO_REPAIR,
                                                                "the up script of revision "
                                                                        + id
                                                                        + " is gone")
                                                        .withHint("bring it back")));
        return now.checksum().equals(Optional.of(ran))
                ? Optional.empty()
                : Optional.of(
                        new Settlement(
                                Kind.REPAIRED, subject(id), now, List.of(), Optional.empty()));
    }

    private Subject subject(RevisionId id) {
        return migrations
                .graph()
                .find(id)
                .map(StepRecorder::subject)
                .orElseGet(
                        () ->
                                new Subject(
                                        id.value(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        "",
                                        Optional.empty()));
    }

    /** Returns the up script as its file is now. */
    private Optional<RecordedScript> upScript(RevisionId id) {
        Optional<Migration> migration = migrations.find(id);
        Optional<ScriptFile> up =
                migration.flatMap(found -> found.file(Direction.UP, session.variants()));
        Optional<ScriptFile> down =
                migration.flatMap(found -> found.file(Direction.DOWN, session.variants()));
        return up.map(file -> Script.read(file, dialect.lexicon()))
                .map(script -> recorded(script, down));
    }

    private RecordedScript recorded(Script script, Optional<ScriptFile> down) {
        return new RecordedScript(
                Direction.UP,
                Optional.of(script.file().pathIn(root)),
                Optional.of(script.checksum()),
                script.statementCount(),
                Optional.of(StepRecorder.stored(script)),
                down.map(StepRecorder::stored));
    }

    private static RecordedScript asItRan(JournalRun run) {
        return new RecordedScript(
                Direction.UP,
                Optional.empty(),
                Optional.empty(),
                run.total(),
                run.script(),
                Optional.empty());
    }

    private static RecordedScript noScript(Direction direction) {
        return new RecordedScript(
                direction,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the revision a person meant: one of the files, else one that stopped half way. */
    RevisionId named(String reference, HeadSet rows) {
        boolean stopped =
                session.ledger().journal().open().stream()
                        .anyMatch(run -> run.revision().equals(reference));
        if (stopped) {
            return new RevisionId(reference);
        }
        return migrations
                .graph()
                .resolveOne(RevisionRefParser.parse(reference), rows)
                .map(Revision::id)
                .orElseThrow(
                        () ->
                                new RevisionException(
                                        Diagnostic.error(
                                                ErrorCode.UNKNOWN_REVISION,
                                                "'" + reference + "' names no revision")));
    }
}
