package dev.limbeck.report;

/** The beginning of a statement in one line, for messages. */
public final class Excerpt {
    private static final int LENGTH = 80;

    private Excerpt() {}

    /** Returns the beginning of a text, its white space made single blanks. */
    public static String of(String statement) {
        String start = statement.substring(0, Math.min(statement.length(), 4 * LENGTH));
        String line = start.strip().replaceAll("\\s+", " ");
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
