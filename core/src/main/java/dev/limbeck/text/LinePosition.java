package dev.limbeck.text;

/** Counts lines and columns: CRLF, LF and a lone CR each end a line. */
final class LinePosition {
    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    /** Passes over characters. */
    void pass(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (c == '\n' && afterReturn) {
                // The second half of a line end that has been counted.
                afterReturn = false;
            } else if (c == '\n' || c == '\r') {
                line++;
                column = 1;
                afterReturn = c == '\r';
            } else {
                column++;
                afterReturn = false;
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
