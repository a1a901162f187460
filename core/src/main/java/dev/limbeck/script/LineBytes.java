package dev.limbeck.script;

/**
 * One line in a file's bytes, its end excluded. CRLF, LF and a lone CR each end a line.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 */
record LineBytes(int start, int end) {
    /** Returns the line that begins at an offset; it may end where the bytes do. */
    static LineBytes at(byte[] bytes, int start, int length) {
        int end = start;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return new LineBytes(start, end);
    }

    /** Returns the offset after this line's end; beyond {@code length} where there is none. */
    int next(byte[] bytes, int length) {
        boolean pair = end + 1 < length && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return pair ? end + 2 : end + 1;
    }
}
