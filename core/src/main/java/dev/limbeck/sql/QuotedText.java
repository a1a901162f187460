package dev.limbeck.sql;

import java.io.IOException;

/**
 * Finds where quoted text and comments of a window end. Each search returns the index after the
 * end; where the text ends first, that is the end of the text and {@link #isUnterminated()} says
 * so.
 */
final class QuotedText {
    private final CharWindow window;
    private boolean unterminated;

    QuotedText(CharWindow window) {
        this.window = window;
    }

    /** Returns whether the last search met the end of the text. */
    boolean isUnterminated() {
        return unterminated;
    }

    /** Returns the index of the first of two characters at or after an index, or of the end. */
    int find(int from, char first, char second) throws IOException {
        int i = from;
        while (i < window.limit() || window.reach(i)) {
            char[] chars = window.chars();
            int limit = window.limit();
            for (; i < limit; i++) {
                char c = chars[i];
                if (c == first || c == second) {
                    window.worked(i - from);
                    return i;
                }
            }
        }
        window.worked(i - from);
        return window.limit();
    }

    private boolean isBeyondEnd(int index) {
        unterminated = index >= window.limit();
        return unterminated;
    }

    /** Returns where the line that holds an index ends, its line end excluded. */
    int lineEnd(int from) throws IOException {
        return find(from, '\n', '\r');
    }

    /**
     * Ends a text in which a doubled quote stands for one.
     *
     * @param from index after the opening quote
     * @param escape the character that takes the next one with it; the quote itself: none
     */
    int quoted(int from, char quote, char escape) throws IOException {
        int i = from;
        while (true) {
            i = find(i, quote, escape);
            if (isBeyondEnd(i)) {
                return window.limit();
            }
            if (window.chars()[i] == quote && window.at(i + 1) != quote) {
                return i + 1;
            }
            i += 2;
        }
    }

    /**
     * Ends a text such as {@code [it's]'}: between a pair of delimiters, then a quote.
     *
     * @param from index of the opening delimiter
     */
    int paired(int from) throws IOException {
        int opening = window.at(from);
        if (opening <= ' ') {
            return quoted(from, '\'', '\'');
        }
        int pair = "([{<".indexOf(opening);
        char closing = pair < 0 ? (char) opening : ")]}>".charAt(pair);
        int i = from + 1;
        while (true) {
            i = find(i, closing, closing);
            if (isBeyondEnd(i)) {
                return window.limit();
            }
            if (window.at(i + 1) == '\'') {
                return i + 2;
            }
            i++;
        }
    }

    /**
     * Ends a text at the next occurrence of the tag that opened it.
     *
     * @param tagStart index of the tag's first dollar sign
     * @param from index after the tag's last dollar sign
     */
    int dollarQuoted(int tagStart, int from) throws IOException {
        int length = from - tagStart;
        int i = from;
        while (true) {
            i = find(i, '$', '$');
            if (isBeyondEnd(i)) {
                return window.limit();
            }
            int matched = 1;
            while (matched < length
                    && window.at(i + matched) == window.chars()[tagStart + matched]) {
                matched++;
            }
            i += matched;
            if (matched == length) {
                return i;
            }
        }
    }

    /**
     * Ends a block comment.
     *
     * @param from index after its opening mark
     * @param nesting the first character of a mark that opens another inside it; {@code *}: none
     *     does
     */
    int blockComment(int from, char nesting) throws IOException {
        int depth = 1;
        int i = from;
        while (depth > 0) {
            i = find(i, '*', nesting);
            if (isBeyondEnd(i)) {
                return window.limit();
            }
            boolean closing = window.chars()[i] == '*';
            if (window.at(i + 1) == (closing ? '/' : '*')) {
                depth += closing ? -1 : 1;
                i += 2;
            } else {
                i++;
            }
        }
        return i;
    }
}
