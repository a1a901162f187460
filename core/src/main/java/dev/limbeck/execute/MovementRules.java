package dev.limbeck.execute;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.PlanException;
import dev.limbeck.execute.Planning.UnknownRevisions;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses to move a database that is not in a state to be moved. */
final class MovementRules {
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
     * @param unfinished the scripts that stopped half way
     * @param notices what is worth knowing about what is applied
     */
    record Ground(
            HeadSet rows,
            RecordedRevisions recorded,
            List<JournalRun> unfinished,
            List<Diagnostic> notices) {
        Ground {
            unfinished = List.copyOf(unfinished);
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
        if (!state.realEdits().isEmpty()) {
            throw new PlanException(state.realEdits());
        }
        return new Ground(rows, state.recorded(), state.unfinished(), state.cosmeticEdits());
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
}
