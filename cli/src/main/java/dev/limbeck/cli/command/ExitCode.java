package dev.limbeck.cli.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;

/** What the program tells the process that started it. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** A fault of the program. */
    FAULT(1),
    /** Usage or configuration. */
    USAGE(2),
    /** The answer is «not clean»: changes, pending revisions, findings. */
    NOT_CLEAN(3),
    /** The revision graph refuses. */
    REFUSED(4),
    /** A file was edited after it was applied, or the ledger names a revision without a file. */
    EDITED(5),
    /** The lock was not free in time. */
    LOCKED(10),
    /** No connection. */
    NO_CONNECTION(11),
    /** A timeout or a signal; the work was rolled back or journaled. */
    INTERRUPTED(12),
    /** A statement failed; its transaction was rolled back. */
    ROLLED_BACK(20),
    /** A statement failed outside a transaction. */
    HALF_DONE(21);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the number the process ends with. */
    public int number() {
        return number;
    }

    /** Returns whether the question was answered: done, or answered with «not clean». */
    public boolean isAnswer() {
        return this == DONE || this == NOT_CLEAN;
    }

    /** Returns the higher of two codes, which is the one that counts for several environments. */
    public ExitCode worse(ExitCode other) {
        return other.number > number ? other : this;
    }

    /** Returns the code a failure ends the program with. */
    public static ExitCode of(Throwable failure) {
        return failure instanceof LimbeckException known ? of(known.code()) : FAULT;
    }

    /** Returns the code an error ends the program with; the one place that decides it. */
    public static ExitCode of(ErrorCode code) {
        return switch (code) {
            case VARIABLE_UNDEFINED, SCHEMA_SOURCE_UNKNOWN, LEDGER_TOO_NEW, POOLING_PROXY -> USAGE;
            case EDITED_AFTER_APPLY, EDITED_WHILE_UNFINISHED, UNKNOWN_APPLIED_REVISION -> EDITED;
            case LOCK_TIMEOUT, LOCK_LOST, STATEMENT_STILL_RUNNING -> LOCKED;
            case CONNECTION_FAILED, CONNECTION_LOST -> NO_CONNECTION;
            case INTERRUPTED, STATEMENT_TIMED_OUT -> ExitCode.INTERRUPTED;
            case STATEMENT_FAILED,
                    VERSION_ROWS_CHANGED,
                    LEDGER_UNUSABLE,
                    CATALOG_UNREADABLE,
                    PRIVILEGE_MISSING ->
                    ROLLED_BACK;
            case STATEMENT_FAILED_OUTSIDE_TRANSACTION, UNFINISHED_REVISION, STATEMENT_UNSETTLED ->
                    HALF_DONE;
            case INTERNAL -> FAULT;
            default -> code.number() >= 600 ? USAGE : REFUSED;
        };
    }
}
