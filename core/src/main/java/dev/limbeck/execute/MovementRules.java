package dev.limbeck.execute;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.execute.Planning.UnknownRevisions;
import dev.limbeck.ledger.HistoryDigest.Unfinished;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses to move a database that is not in a state to be moved. */
final class MovementRules {
    private static final int EXCERPT = 80;

    private final DatabaseSession session;
    private final Ledger ledger;
    private final Migrations migrations;
    private final List<Path> folders;

    MovementRules(DatabaseSession session, Migrations migrations, List<Path> folders) {
        this.session = session;
        this.ledger = session.ledger();
        this.migrations = migrations;
        this.folders = folders;
    }

    /**
     * What a movement starts from.
     *
     * @param rows the version table's rows
     * @param recorded the applied revisions that no file has
     * @param notices what is worth knowing about what is applied
     */
    record Ground(HeadSet rows, RecordedRevisions recorded, List<Diagnostic> notices) {
        Ground {
            notices = List.copyOf(notices);
        }
    }

    /** Returns what a movement starts from; throws where it must not start. */
    Ground ground(UnknownRevisions unknown) {
        AppliedState state = AppliedState.read(session, migrations);
        HeadSet rows = legible(state.rows());
        if (unknown == UnknownRevisions.REFUSED || !state.recorded().lost().isEmpty()) {
            refuseUnknown(rows, state.recorded());
        }
        if (!state.unfinished().isEmpty()) {
            throw unfinished(state.unfinished().get(0));
        }
        if (!state.realEdits().isEmpty()) {
            throw new PlanException(state.realEdits());
        }
        return new Ground(rows, state.recorded(), state.cosmeticEdits());
    }

    /** Returns whether a script stopped half way and nobody settled it. */
    boolean hasUnfinished() {
        return !ledger.digest().state(migrations.graph()).unfinished().isEmpty();
    }

    /** Returns the rows; throws where one of them is no revision of this project. */
    HeadSet knownRows() {
        HeadSet rows = legible(ledger.rows());
        refuseUnknown(rows, RecordedRevisions.find(migrations.graph(), rows, ledger));
        return rows;
    }

    private HeadSet legible(VersionRows rows) {
        if (!rows.repeated().isEmpty()) {
            throw new DatabaseException(
                    Diagnostic.error(
                                    ErrorCode.LEDGER_UNUSABLE,
                                    ledger.versionTable()
                                            + " holds '"
                                            + rows.repeated().get(0)
                                            + "' more than once")
                            .withHint(
                                    "delete the surplus rows, or write them anew with"
                                            + " 'stamp --purge REV'"));
        }
        if (!rows.illegible().isEmpty()) {
            throw unknown(rows.illegible(), "set the rows by hand with 'stamp --purge REV'");
        }
        return rows.heads();
    }

    private void refuseUnknown(HeadSet rows, RecordedRevisions recorded) {
        List<RevisionId> unknown = migrations.graph().unknown(rows);
        if (unknown.isEmpty()) {
            return;
        }
        List<String> ways = new ArrayList<>();
        ways.add("bring back the missing files (another branch may have them)");
        if (recorded.lost().isEmpty()) {
            ways.add(
                    "take "
                            + (unknown.size() == 1 ? "it" : "them")
                            + " down with 'limbeck downgrade "
                            + below(unknown.get(0), recorded.graph())
                            + "', which runs the down script kept in limbeck_history");
        }
        ways.add("set the rows by hand with 'stamp --purge REV'");
        throw unknown(
                unknown.stream().map(RevisionId::value).toList(),
                String.join(", or ", ways)
                        + (recorded.lost().isEmpty()
                                ? ""
                                : "; limbeck_history knows nothing of "
                                        + Listing.of(recorded.lost())));
    }

    /** Returns a target below a recorded revision, where files begin again. */
    private String below(RevisionId id, RevisionGraph graph) {
        RevisionId place = id;
        while (migrations.graph().find(place).isEmpty()) {
            List<RevisionId> parents = graph.parents(place);
            if (parents.isEmpty()) {
                return id + "@base";
            }
            place = parents.get(0);
        }
        return id + "@" + place;
    }

    private DatabaseException unknown(List<String> ids, String hint) {
        String named = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        String searched = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.UNKNOWN_APPLIED_REVISION,
                                ledger.versionTable()
                                        + " of "
                                        + session.url()
                                        + " names "
                                        + named
                                        + ", which no file in "
                                        + searched
                                        + " has")
                        .withHint(hint));
    }

    private DatabaseException unfinished(Unfinished script) {
        boolean up = script.direction() == Direction.UP;
        Optional<Revision> revision = migrations.graph().find(new RevisionId(script.revision()));
        String before =
                revision.map(Revision::revises)
                        .filter(parents -> !parents.isEmpty())
                        .map(parents -> String.join(" ", parents))
                        .orElse("base");
        String hint =
                "do the rest by hand and run 'stamp "
                        + (up ? script.revision() : before)
                        + "', or undo by hand what is done and run 'stamp "
                        + (up ? before : script.revision())
                        + "'";
        Optional<HistoryEvent> event = lastFailure(script.revision());
        String message =
                "the "
                        + script.direction().word()
                        + " script of revision "
                        + script.revision()
                        + " stopped half way: "
                        + account(script, event);
        Optional<SourceLocation> where =
                event.flatMap(HistoryEvent::script)
                        .flatMap(HistoryEvent.RecordedScript::file)
                        .map(file -> SourceLocation.of(Path.of(file)));
        return new DatabaseException(
                new Diagnostic(
                        Severity.ERROR,
                        ErrorCode.UNFINISHED_REVISION,
                        message,
                        where,
                        Optional.of(hint)));
    }

    private Optional<HistoryEvent> lastFailure(String revision) {
        return ledger.events().stream()
                .filter(event -> event.kind() == HistoryEvent.Kind.FAILED)
                .filter(
                        event ->
                                event.subject()
                                        .map(Subject::revision)
                                        .equals(Optional.of(revision)))
                .reduce((earlier, later) -> later);
    }

    private static String account(Unfinished script, Optional<HistoryEvent> event) {
        if (script.done() >= script.total()) {
            return "all of its statements are done, but the revision could not be recorded";
        }
        String failed =
                event.flatMap(HistoryEvent::failure)
                        .map(HistoryEvent.Failure::text)
                        .filter(text -> !text.isBlank())
                        .map(text -> " («" + excerpt(text) + "»)")
                        .orElse("");
        String done =
                switch (script.done()) {
                    case 0 -> "and may have done part of its work";
                    case 1 -> "statement 1 is done";
                    default -> "statements 1-" + script.done() + " are done";
                };
        return "statement "
                + (script.done() + 1)
                + " of "
                + script.total()
                + failed
                + " failed, "
                + done;
    }

    private static String excerpt(String statement) {
        String start = statement.substring(0, Math.min(statement.length(), 4 * EXCERPT));
        String line = start.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }
}
