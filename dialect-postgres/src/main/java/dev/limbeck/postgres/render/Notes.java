package dev.limbeck.postgres.render;

/** Lines of comment that stand before a statement, for whoever reads the script. */
final class Notes {
    private static final String LOSS = "data loss: ";

    private Notes() {}

    /** Returns the mark of what no way back restores. */
    static String loss(String what) {
        return LOSS + what;
    }

    static boolean isLoss(String note) {
        return note.startsWith(LOSS);
    }
}
