package dev.limbeck.execute;

import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.LedgerScript;
import dev.limbeck.ledger.LedgerWriter;
import dev.limbeck.plan.VersionChange;

/** Writes into a script what a run would write into the ledger. */
final class OfflineLedger implements LedgerWriter {
    private final LedgerScript statements;
    private final ScriptLines lines;

    OfflineLedger(LedgerScript statements, ScriptLines lines) {
        this.statements = statements;
        this.lines = lines;
    }

    @Override
    public void change(VersionChange change) {
        lines.statement(statements.change(change));
    }

    @Override
    public void append(HistoryEvent event) {
        lines.statement(statements.append(event));
    }
}
