package dev.limbeck.sql;

import java.io.IOException;

/** Finds where passages end whose text is not looked into: only whole lines can end them. */
final class LinePassages {
    private final CharWindow window;
    private final QuotedText quotes;

    LinePassages(CharWindow window) {
        this.window = window;
        this.quotes = new QuotedText(window);
    }

    /**
     * A passage of whole lines.
     *
     * @param end index of the line end before the line that ended it
     * @param next index after what ended it
     */
    record Passage(int end, int next) {}

    /** Returns the passage up to a line that holds only a slash, or to the end of the text. */
    Passage toSlash(int from) throws IOException {
        int end = quotes.lineEnd(from);
        while (true) {
            int line = nextLine(end);
            if (line == end) {
                return new Passage(end, end);
            }
            int slash = skipBlanks(line);
            if (window.at(slash) == '/' && isBlankToLineEnd(slash + 1)) {
                return new Passage(end, slash + 1);
            }
            end = quotes.lineEnd(slash);
        }
    }

    /** Returns the passage up to the directive that ends it, or to the end of the text. */
    Passage toDirective(int from, ScriptDirectives directives) throws IOException {
        int end = quotes.lineEnd(from);
        while (true) {
            int line = nextLine(end);
            if (line == end) {
                directives.abandonRawStatement();
                return new Passage(end, end);
            }
            int comment = skipBlanks(line);
            int lineEnd = quotes.lineEnd(comment);
            if (directives.endsRawStatement(comment, lineEnd)) {
                return new Passage(end, lineEnd);
            }
            end = lineEnd;
        }
    }

    /** Returns the index of the first character at or after an index that is no blank. */
    int skipBlanks(int from) throws IOException {
        int i = from;
        while (window.at(i) == ' ' || window.at(i) == '\t') {
            i++;
        }
        return i;
    }

    /** Returns whether nothing but blanks stands between an index and the end of its line. */
    boolean isBlankToLineEnd(int from) throws IOException {
        int c = window.at(skipBlanks(from));
        return c < 0 || c == '\n' || c == '\r';
    }

    /** Returns where the line ends that holds an index, its line end excluded. */
    int lineEnd(int from) throws IOException {
        return quotes.lineEnd(from);
    }

    /** Returns the index after a line end; the same one where the text ends there. */
    int nextLine(int lineEnd) throws IOException {
        if (window.at(lineEnd) == '\r' && window.at(lineEnd + 1) == '\n') {
            return lineEnd + 2;
        }
        return window.at(lineEnd) < 0 ? lineEnd : lineEnd + 1;
    }

    /** Returns where a text ends when white space at its end doesn't count. */
    int withoutBlanks(int start, int end) {
        int textEnd = end;
        while (textEnd > start + 1 && window.chars()[textEnd - 1] <= ' ') {
            textEnd--;
        }
        return textEnd;
    }
}
