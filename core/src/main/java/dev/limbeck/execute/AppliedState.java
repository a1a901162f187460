package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.execute.EditedScripts.Edit;
import dev.limbeck.ledger.HistoryDigest;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.script.Migrations;
import java.util.List;

/** What a database's ledger says of a project's files. Nothing is refused here. */
public final class AppliedState {
    private final VersionRows rows;
    private final RecordedRevisions recorded;
    private final List<JournalRun> unfinished;
    private final List<Edit> edits;

    private AppliedState(
            VersionRows rows,
            RecordedRevisions recorded,
            List<JournalRun> unfinished,
            List<Edit> edits) {
        this.rows = rows;
        this.recorded = recorded;
        this.unfinished = unfinished;
        this.edits = edits;
    }

    /** Reads the ledger, and the up script of everything that is applied. */
    public static AppliedState read(DatabaseSession session, Migrations migrations) {
        Ledger ledger = session.ledger();
        VersionRows rows = ledger.rows();
        RecordedRevisions recorded =
                RecordedRevisions.find(migrations.graph(), rows.heads(), ledger);
        HistoryDigest.State state = ledger.digest().state(recorded.graph());
        RevisionSet applied = recorded.graph().applied(rows.heads());
        List<Edit> edits = new EditedScripts(session, migrations).find(applied, state.checksums());
        return new AppliedState(rows, recorded, ledger.journal().open(), edits);
    }

    /** Returns the version table's rows. */
    public VersionRows rows() {
        return rows;
    }

    /** Returns the applied revisions that no file has. */
    RecordedRevisions recorded() {
        return recorded;
    }

    /**
     * Returns every applied revision that has a file; what a revision without one builds on too,
     * where the history knows it.
     */
    public List<RevisionId> appliedFiles() {
        return recorded.graph().applied(rows.heads()).ids().stream()
                .filter(id -> !recorded.has(id))
                .toList();
    }

    /** Returns the scripts that stopped half way. */
    public List<JournalRun> unfinished() {
        return unfinished;
    }

    /** Returns the ids of applied revisions whose script is no longer the one that ran. */
    public List<String> editedRevisions() {
        return edits.stream().filter(edit -> !edit.cosmetic()).map(Edit::revision).toList();
    }

    /** Returns what there is to say of edits that change what a script does. */
    public List<Diagnostic> realEdits() {
        return edits.stream().filter(edit -> !edit.cosmetic()).map(Edit::finding).toList();
    }

    /** Returns what there is to say of edits that change comments or white space only. */
    public List<Diagnostic> cosmeticEdits() {
        return edits.stream().filter(Edit::cosmetic).map(Edit::finding).toList();
    }
}
