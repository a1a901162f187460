package dev.limbeck.sql;

/**
 * A stretch of a script.
 *
 * @param start offset of the first character, in UTF-16 code units from the start of the decoded
 *     file (a byte order mark is not counted)
 * @param end offset after the last character
 * @param line 1-based line of the first character
 * @param column 1-based column of the first character, in UTF-16 code units
 */
public record SourceSpan(long start, long end, int line, int column) {
    public SourceSpan {
        if (start < 0 || end < start || line < 1 || column < 1) {
            throw new IllegalArgumentException(start + ".." + end + " at " + line + ":" + column);
        }
    }
}
