package dev.limbeck.diff;

/**
 * One way in which a change can hurt.
 *
 * @param kind which way
 * @param reason why, a sentence without a full stop
 */
public record Hazard(Kind kind, String reason) {
    /** The ways in which a change can hurt. */
    public enum Kind {
        /** Data is gone and no inverse brings it back. */
        DATA_LOSS,
        /** It fails if the rows are of a certain sort. */
        MAY_FAIL_ON_DATA,
        /** The server copies the whole table. */
        REWRITES,
        /** Others wait while it runs. */
        LOCKS,
        /** It can't share a transaction with other statements. */
        NEEDS_OWN_TRANSACTION
    }

    public static Hazard of(Kind kind, String reason) {
        return new Hazard(kind, reason);
    }
}
