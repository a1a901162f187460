package dev.limbeck.dialect;

/** The few kinds of column the ledger tables need; a dialect names its type for each. */
public enum LedgerType {
    /** Up to 32 characters: a revision id. */
    REVISION,
    /** Up to 255 characters, as Java counts them. */
    NAME,
    /** Unlimited text. */
    TEXT,
    /** A 64-bit whole number. */
    NUMBER,
    /** A moment, stored in UTC with at least milliseconds. */
    TIMESTAMP
}
