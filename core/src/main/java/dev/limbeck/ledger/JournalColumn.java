package dev.limbeck.ledger;

import dev.limbeck.dialect.LedgerType;

/**
 * The columns of {@code limbeck_journal}. A row is a run of a script (ordinal 0), or a stretch of
 * its statements that commit together, mostly one statement.
 */
enum JournalColumn implements LedgerColumn {
    /** The version table this row belongs to: several ledgers may share a schema. */
    VERSION_TABLE(LedgerType.NAME),
    /** 1, 2, 3, … within a version table; a run that is resumed keeps its number. */
    RUN_NUMBER(LedgerType.NUMBER),
    /** Number of the first statement; 0: the run itself. */
    ORDINAL(LedgerType.NUMBER),
    /** Number of the last statement; of the run itself: how many statements its script has. */
    LAST_ORDINAL(LedgerType.NUMBER),
    LEDGER_FORMAT(LedgerType.NUMBER),
    STATE(LedgerType.NAME),
    REVISION(LedgerType.REVISION),
    DIRECTION(LedgerType.NAME),
    /** Digest of the statements' tokens; of the run itself: the script's. */
    CHECKSUM(LedgerType.NAME),
    /**
     * The statement as it stands in the script; of the run itself: the script as the history keeps
     * it.
     */
    TEXT(LedgerType.TEXT),
    /** The server's session that ran it. */
    SESSION_KEY(LedgerType.NAME),
    STARTED_AT(LedgerType.TIMESTAMP),
    ENDED_AT(LedgerType.TIMESTAMP),
    ERROR(LedgerType.TEXT);

    private final LedgerType type;

    JournalColumn(LedgerType type) {
        this.type = type;
    }

    @Override
    public LedgerType type() {
        return type;
    }

    @Override
    public boolean required() {
        return switch (this) {
            case VERSION_TABLE, RUN_NUMBER, ORDINAL, LEDGER_FORMAT, STATE, STARTED_AT -> true;
            default -> false;
        };
    }
}
