package dev.limbeck.oracle.server;

/** What some versions of Oracle can do and others can't, with the first release that can. */
public enum OracleFeature {
    /** {@code IF EXISTS} and {@code IF NOT EXISTS} in most DDL. */
    IF_EXISTS(23),
    /** The type {@code BOOLEAN} of columns. */
    BOOLEAN_TYPE(23),
    /** The type {@code JSON}; before, JSON is text with a check. */
    JSON_TYPE(21),
    /** The type {@code VECTOR}. */
    VECTOR_TYPE(23),
    /** {@code DEFAULT ON NULL FOR INSERT AND UPDATE}. */
    DEFAULT_ON_NULL_FOR_UPDATE(23),
    /** A query may do without {@code FROM}. */
    SELECT_WITHOUT_FROM(23),
    /** {@code BLOCKCHAIN TABLE}, {@code IMMUTABLE TABLE}, macros. */
    BLOCKCHAIN_TABLES(21);

    private final int since;

    OracleFeature(int since) {
        this.since = since;
    }

    /** Returns the first release that has it. */
    int since() {
        return since;
    }
}
