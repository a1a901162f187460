package dev.limbeck.ledger;

import dev.limbeck.plan.VersionChange;

/** Writes what happened: into a database's ledger, or into a script for one. */
public interface LedgerWriter {
    /** Changes one row of the version table. */
    void change(VersionChange change);

    /** Appends an event under the next number, whatever number it has. */
    void append(HistoryEvent event);
}
