package dev.limbeck.dialect;

/**
 * What a database of some version can do; what is absent is refused by name, never emulated in
 * silence.
 */
public enum Capability {
    /** DDL takes part in transactions and rolls back. */
    TRANSACTIONAL_DDL,
    /** A lock that belongs to the session and dies with it. */
    SESSION_LOCK,
    /** A limit to how long statements wait for locks. */
    LOCK_TIMEOUT,
    /** A limit to how long statements run, or at least some of them. */
    STATEMENT_TIMEOUT,
    /** {@code COPY … FROM STDIN} with data in the script. */
    INLINE_COPY_DATA,
    /**
     * Another thread may ask a statement that runs for its warnings, and gets those that have come.
     */
    LIVE_NOTICES,
    /** The driver sends the statements of a batch without waiting for the answer to each. */
    PIPELINED_BATCHES
}
