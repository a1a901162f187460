package dev.limbeck.dialect;

/**
 * Why a statement can't run inside the transaction that holds a script.
 *
 * @param reason a sentence that begins with the statement, without a full stop
 * @param advice what to do about it
 */
public record TransactionRefusal(String reason, String advice) {
    private static final String SWITCH_OFF =
            "put '-- limbeck: transaction off' on a line of its own in this file; its statements then"
                    + " run one by one, each committed";

    /** Returns the refusal of a statement that the database runs outside a transaction only. */
    public static TransactionRefusal outsideOnly(String words) {
        return new TransactionRefusal(words + " can't run inside a transaction", SWITCH_OFF);
    }

    /** Returns the refusal of a statement that begins or ends a transaction. */
    public static TransactionRefusal transactionControl(String words) {
        return new TransactionRefusal(
                words + " would end or nest the transaction that holds the script",
                "leave it out: the script runs in one transaction already. Only where parts of it"
                        + " must be committed on their own, "
                        + SWITCH_OFF);
    }
}
