package dev.limbeck.sql;

import dev.limbeck.error.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.util.Objects;

/** The data that follows a statement in a script, up to a line that is {@code \.}. */
final class InlineData extends Reader {
    private final CharWindow window;
    private final Findings findings;
    private final TextPosition statement;
    private final boolean returnEndsLine;
    private int position;
    private boolean lineStart = true;
    private boolean ended;

    /**
     * Makes one.
     *
     * @param statement where the statement begins
     * @param position index of the first character of the data
     * @param returnEndsLine whether a CR alone ends a line, as it does in the rest of the script
     */
    InlineData(
            CharWindow window,
            Findings findings,
            TextPosition statement,
            int position,
            boolean returnEndsLine) {
        this.window = window;
        this.findings = findings;
        this.statement = statement;
        this.position = position;
        this.returnEndsLine = returnEndsLine;
    }

    /** Reads to the end and returns the index after the end mark. */
    int pass() throws IOException {
        char[] passed = new char[1 << 13];
        while (!ended) {
            fill(passed, 0, passed.length);
        }
        return position;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = ended ? 0 : fill(into, offset, length);
        return count == 0 && length > 0 ? -1 : count;
    }

    private int fill(char[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (lineStart && isEndMark()) {
                position += 2;
                ended = true;
                return count;
            }
            if (!window.reach(position)) {
                ended = true;
                findings.error(
                        ErrorCode.UNTERMINATED,
                        "the data of this statement is never ended",
                        statement,
                        "end it with a line that holds only \\.");
                return count;
            }
            count += line(into, offset + count, length - count);
            if (window.isWorthForgetting(position)) {
                findings.forget(position);
                position = 0;
            }
        }
        return count;
    }

    /** Copies from the line at hand as much as is in memory and fits. */
    private int line(char[] into, int offset, int room) throws IOException {
        char[] chars = window.chars();
        int stop = Math.min(window.limit(), position + room);
        int end = position;
        while (end < stop && chars[end] != '\n' && chars[end] != '\r') {
            end++;
        }
        int count = end - position;
        System.arraycopy(chars, position, into, offset, count);
        position = end;
        lineStart = false;
        if (end == stop) {
            return count;
        }
        int lineEnd = lineEndLength();
        into[offset + count] = lineEnd == 0 ? '\r' : '\n';
        lineStart = lineEnd > 0;
        position += Math.max(1, lineEnd);
        return count + 1;
    }

    /** Returns the length of the line end at hand; 0: a CR that is data. */
    private int lineEndLength() throws IOException {
        int c = window.at(position);
        if (c == '\r' && window.at(position + 1) == '\n') {
            return 2;
        }
        return c == '\n' || (c == '\r' && returnEndsLine) ? 1 : 0;
    }

    private boolean isEndMark() throws IOException {
        if (window.at(position) != '\\' || window.at(position + 1) != '.') {
            return false;
        }
        int after = window.at(position + 2);
        return after < 0
                || after == '\n'
                || (after == '\r' && (returnEndsLine || window.at(position + 3) == '\n'));
    }

    /** Does nothing: the script stays open. */
    @Override
    public void close() {}
}
