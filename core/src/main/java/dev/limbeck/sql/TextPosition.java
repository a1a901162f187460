package dev.limbeck.sql;

/**
 * A line and a column.
 *
 * @param line 1-based; CRLF, LF and a lone CR each end a line
 * @param column 1-based, in UTF-16 code units
 */
public record TextPosition(int line, int column) {

    /**
     * Returns where in a file a character of a statement stands.
     *
     * @param text the statement's text as it stands in the file
     * @param start where the text begins
     * @param offset 0-based offset in the text; beyond its end means the end
     */
    public static TextPosition in(CharSequence text, SourceSpan start, int offset) {
        int line = start.line();
        int column = start.column();
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean endsLine =
                    c == '\n'
                            || (c == '\r'
                                    && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
            if (endsLine) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new TextPosition(line, column);
    }
}
