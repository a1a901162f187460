package dev.limbeck.ledger;

import dev.limbeck.dialect.LedgerType;

/** A column of a ledger table. */
interface LedgerColumn {
    /** Returns the name as a person would type it. */
    String columnName();

    /** Returns what it holds. */
    LedgerType type();

    /** Returns whether every row has a value. */
    boolean required();
}
