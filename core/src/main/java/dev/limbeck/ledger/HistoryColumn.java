package dev.limbeck.ledger;

import dev.limbeck.dialect.LedgerType;

/** The columns of {@code limbeck_history}. Empty text is stored as NULL on every database. */
enum HistoryColumn implements LedgerColumn {
    /** The version table this row belongs to: several ledgers may share a schema. */
    VERSION_TABLE(LedgerType.NAME),
    /** 1, 2, 3, … within a version table. */
    EVENT_NUMBER(LedgerType.NUMBER),
    /** {@link Ledger#FORMAT} of the tool that wrote the row. */
    LEDGER_FORMAT(LedgerType.NUMBER),
    KIND(LedgerType.NAME),
    REVISION(LedgerType.REVISION),
    REVISES(LedgerType.TEXT),
    DEPENDS_ON(LedgerType.TEXT),
    BRANCH_LABELS(LedgerType.TEXT),
    MESSAGE(LedgerType.TEXT),
    CREATED_AT(LedgerType.TIMESTAMP),
    DIRECTION(LedgerType.NAME),
    HEADS(LedgerType.TEXT),
    SCRIPT_FILE(LedgerType.TEXT),
    CHECKSUM(LedgerType.NAME),
    TOKEN_CHECKSUM(LedgerType.NAME),
    STATEMENTS(LedgerType.NUMBER),
    SCRIPT(LedgerType.TEXT),
    DOWN_SCRIPT(LedgerType.TEXT),
    STARTED_AT(LedgerType.TIMESTAMP),
    DURATION_MS(LedgerType.NUMBER),
    OS_USER(LedgerType.NAME),
    DATABASE_USER(LedgerType.NAME),
    HOST(LedgerType.NAME),
    PROCESS_ID(LedgerType.NUMBER),
    TOOL_VERSION(LedgerType.NAME),
    FAILED_STATEMENT(LedgerType.NUMBER),
    FAILED_TEXT(LedgerType.TEXT),
    FAILED_ERROR(LedgerType.TEXT),
    /** 1 where the failure's transaction took everything back, 0 where something stayed. */
    ROLLED_BACK(LedgerType.NUMBER),
    REASON(LedgerType.TEXT);

    private final LedgerType type;

    HistoryColumn(LedgerType type) {
        this.type = type;
    }

    @Override
    public LedgerType type() {
        return type;
    }

    @Override
    public boolean required() {
        return switch (this) {
            case VERSION_TABLE, EVENT_NUMBER, LEDGER_FORMAT, KIND, STARTED_AT -> true;
            default -> false;
        };
    }
}
