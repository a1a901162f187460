package dev.limbeck.sql;

/**
 * Knows the line and column of a place in a window. It counts each character once, as it is moved
 * forward; a line ends with LF, CR or CR LF.
 */
final class LineCounter {
    private final CharWindow window;
    private int index;
    private int line;
    private long lineStart;
    private boolean afterReturn;

    LineCounter(CharWindow window, int index) {
        this.window = window;
        this.index = index;
        this.line = 1;
        this.lineStart = window.offset(index);
    }

    /** Goes to where another counter of the same window stands. */
    void standAt(LineCounter other) {
        this.index = other.index;
        this.line = other.line;
        this.lineStart = other.lineStart;
        this.afterReturn = other.afterReturn;
    }

    /** Returns the index of the place it stands at. */
    int index() {
        return index;
    }

    /** Returns the line and column of the place it stands at. */
    TextPosition position() {
        return new TextPosition(line, (int) (window.offset(index) - lineStart) + 1);
    }

    /** Moves forward to a place. */
    void advance(int to) {
        char[] chars = window.chars();
        boolean afterReturn = this.afterReturn;
        for (int i = index; i < to; i++) {
            char c = chars[i];
            if (c > '\r') {
                afterReturn = false;
            } else if (c == '\n') {
                if (!afterReturn) {
                    line++;
                }
                lineStart = window.offset(i) + 1;
                afterReturn = false;
            } else if (c == '\r') {
                line++;
                lineStart = window.offset(i) + 1;
                afterReturn = true;
            } else {
                afterReturn = false;
            }
        }
        this.afterReturn = afterReturn;
        window.worked(Math.max(0, to - index));
        index = Math.max(index, to);
    }

    /** Follows the window after it forgot what lay before an index. */
    void forgotten(int before) {
        index -= before;
    }
}
