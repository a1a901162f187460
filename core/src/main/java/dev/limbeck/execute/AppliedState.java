package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.execute.EditedScripts.Edit;
import dev.limbeck.ledger.HistoryDigest;
import dev.limbeck.ledger.HistoryDigest.Unfinished;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.script.Migrations;
import java.util.List;

/** What a database's ledger says of a project's files. Nothing is refused here. */
public final class AppliedState {
    private final VersionRows rows;
    private final List<Unfinished> unfinished;
    private final List<Edit> edits;

    private AppliedState(VersionRows rows, List<Unfinished> unfinished, List<Edit> edits) {
        this.rows = rows;
        this.unfinished = unfinished;
        this.edits = edits;
    }

    /** Reads the ledger, and the up script of everything that is applied. */
    public static AppliedState read(DatabaseSession session, Migrations migrations) {
        Ledger ledger = session.ledger();
        VersionRows rows = ledger.rows();
        HistoryDigest.State state = ledger.digest().state(migrations.graph());
        RevisionSet applied = migrations.graph().applied(rows.heads());
        List<Edit> edits =
                new EditedScripts(migrations, session.variants(), session.dialect().lexicon())
                        .find(applied, state.checksums());
        return new AppliedState(rows, state.unfinished(), edits);
    }

    /** Returns the version table's rows. */
    public VersionRows rows() {
        return rows;
    }

    /** Returns the scripts that stopped half way. */
    public List<Unfinished> unfinished() {
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
