package dev.limbeck.revision;

/** Parses what users type to name revisions. Throws {@code RevisionException} only. */
public final class RevisionRefParser {
    private RevisionRefParser() {}

    /** Parses a reference that may say {@code current}. */
    public static RevisionRef parse(String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Parses a reference for a place where {@code current} has no meaning. */
    public static RevisionRef parseTarget(String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Parses {@code a:b}, {@code a:} or {@code :b}. */
    public static RevisionRange parseRange(String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns whether a text is meant as a range. */
    public static boolean isRange(String text) {
        return text.indexOf(':') >= 0;
    }
}
