package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one scanner beneath tokens and statements: finds the next token of a window, as a lexicon
 * tells. Every character belongs to exactly one token, and none is looked at more than a few times.
 */
final class SqlScanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CharWindow window;
    private final SqlLexicon lexicon;
    private final QuotedText quotes;
    private final OperatorText operators;
    private final boolean backslashes;
    private final boolean dollarQuotes;
    private final boolean freeOperators;
    private final boolean dollarInWords;
    private final boolean hashInWords;

    private char[] delimiter = {};
    private boolean delimiterIsWord;
    private boolean delimiterInWords;

    private int position;
    private int start;
    private boolean unterminated;
    private boolean newline;
    private boolean delimited;
    private boolean escapesContinue;
    private int executableDepth;
    private @Nullable Kind previous;

    SqlScanner(CharWindow window, SqlLexicon lexicon, int position) {
        this.window = window;
        this.lexicon = lexicon;
        this.quotes = new QuotedText(window);
        this.operators = new OperatorText(window);
        this.position = position;
        this.start = position;
        backslashes = lexicon.has(LexicalFeature.BACKSLASH_ESCAPES);
        dollarQuotes = lexicon.has(LexicalFeature.DOLLAR_QUOTES);
        freeOperators = lexicon.has(LexicalFeature.FREE_OPERATORS);
        dollarInWords = lexicon.has(LexicalFeature.DOLLAR_IN_WORDS);
        hashInWords = lexicon.has(LexicalFeature.HASH_IN_WORDS);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private boolean isWordPart(int c) {
        return isLetter(c)
                || isDigit(c)
                || (c == '$' && dollarInWords)
                || (c == '#' && hashInWords);
    }

    /** Returns the index of the token's first character. */
    int start() {
        return start;
    }

    /** Returns the index after the token's last character, where the next one begins. */
    int end() {
        return position;
    }

    /** Returns whether the text ended before the token did. */
    boolean isUnterminated() {
        return unterminated;
    }

    /** Returns whether the white space just read held a line end. */
    boolean heldNewline() {
        return newline;
    }

    /** Returns whether the token is the delimiter that was set. */
    boolean isDelimiter() {
        return delimited;
    }

    /** Returns how many executable comments are open. */
    int executableDepth() {
        return executableDepth;
    }

    /** Returns whether the token, a word, is this one, which is written in capital letters. */
    boolean isWord(String capitals) {
        int length = capitals.length();
        if (position - start != length) {
            return false;
        }
        char[] chars = window.chars();
        for (int i = 0; i < length; i++) {
            if ((chars[start + i] & ~0x20) != capitals.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the token is just this character. */
    boolean isCharacter(char c) {
        return position - start == 1 && window.chars()[start] == c;
    }

    /**
     * Returns whether the token, which is not the first in the window, is the first of its line.
     */
    boolean beginsLine() {
        char before = start > 0 ? window.chars()[start - 1] : ' ';
        return before == '\n' || before == '\r';
    }

    /** Returns the token's text in capital letters. */
    String wordInCapitals() {
        return text().toUpperCase(Locale.ROOT);
    }

    /** Returns the token's text. */
    String text() {
        return new String(window.chars(), start, position - start);
    }

    /** Goes on at an index instead of where the token ended. */
    void seek(int index) {
        position = index;
        executableDepth = 0;
        escapesContinue = false;
    }

    /** Follows the window after it forgot what lay before an index. */
    void forgotten(int before) {
        position -= before;
        start -= before;
    }

    /** Makes a text a token of its own wherever it stands as code; an empty one: none. */
    void setDelimiter(String text) {
        delimiter = text.toCharArray();
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        delimiterIsWord = isLetter(first) || isDigit(first);
        delimiterInWords = !delimiterIsWord && isWordPart(first);
    }

    private boolean delimiterAt(int index) throws IOException {
        for (int i = 0; i < delimiter.length; i++) {
            if (window.at(index + i) != delimiter[i]) {
                return false;
            }
        }
        return !delimiterIsWord
                || !isWordPart(delimiter[delimiter.length - 1])
                || !isWordPart(window.at(index + delimiter.length));
    }

    /** Reads the next token and returns what it is, or null at the end of the text. */
    @Nullable Kind next() throws IOException {
        start = position;
        unterminated = false;
        delimited = false;
        if (position >= window.limit() && !window.reach(position)) {
            return null;
        }
        char c = window.chars()[position];
        Kind kind;
        if (delimiter.length > 0 && c == delimiter[0] && delimiterAt(position)) {
            delimited = true;
            kind = symbol(delimiter.length);
        } else {
            kind = read(c);
        }
        if (kind != Kind.WHITE_SPACE && kind != Kind.COMMENT) {
            escapesContinue = escapesContinue && kind == Kind.STRING;
        }
        previous = kind;
        window.worked(position - start);
        return kind;
    }

    private Kind read(char c) throws IOException {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f', '\u000B', BYTE_ORDER_MARK -> whiteSpace();
            case '\'' -> string(position + 1, '\'', backslashes || continuesEscapes());
            case '"' ->
                    lexicon.has(LexicalFeature.DOUBLE_QUOTED_STRINGS)
                            ? string(position + 1, '"', backslashes)
                            : identifier(position + 1, '"');
            case '`' ->
                    lexicon.has(LexicalFeature.BACKTICK_IDENTIFIERS)
                            ? identifier(position + 1, '`')
                            : operator();
            case '[' ->
                    lexicon.has(LexicalFeature.BRACKET_IDENTIFIERS)
                            ? identifier(position + 1, ']')
                            : symbol(1);
            case '-' -> isDashComment() ? lineComment() : operator();
            case '/' -> slash();
            case '*' -> star();
            case '#' -> lexicon.has(LexicalFeature.HASH_COMMENTS) ? lineComment() : operator();
            case '$' -> dollar();
            case ':' -> colon();
            case '?' ->
                    lexicon.has(LexicalFeature.QUESTION_MARK_PARAMETERS) ? parameter() : operator();
            case '.' -> dot();
            case '+', '<', '>', '=', '~', '!', '@', '%', '^', '&', '|' -> operator();
            default -> {
                if (isLetter(c)) {
                    yield word();
                }
                yield isDigit(c) ? number() : symbol(1);
            }
        };
    }

    private Kind symbol(int length) {
        position = start + length;
        return Kind.SYMBOL;
    }

    private Kind whiteSpace() throws IOException {
        newline = false;
        int i = position;
        while (true) {
            char[] chars = window.chars();
            int limit = window.limit();
            for (; i < limit; i++) {
                char c = chars[i];
                if (c == '\n' || c == '\r') {
                    newline = true;
                } else if (c != ' ' && c != '\t' && c != '\f' && c != '\u000B') {
                    if (c != BYTE_ORDER_MARK) {
                        position = i;
                        return Kind.WHITE_SPACE;
                    }
                }
            }
            if (!window.reach(i)) {
                position = i;
                return Kind.WHITE_SPACE;
            }
        }
    }

    private Kind quoted(Kind kind, int end) {
        position = end;
        unterminated = quotes.isUnterminated();
        return kind;
    }

    private Kind lineComment() throws IOException {
        position = quotes.lineEnd(position + 1);
        return Kind.COMMENT;
    }

    private boolean isDashComment() throws IOException {
        if (window.at(position + 1) != '-') {
            return false;
        }
        return !lexicon.has(LexicalFeature.DASH_COMMENTS_NEED_BLANK)
                || window.at(position + 2) <= ' '
                || window.at(position + 2) == 127;
    }

    private Kind slash() throws IOException {
        int second = window.at(position + 1);
        if (second == '/' && lexicon.has(LexicalFeature.SLASH_COMMENTS)) {
            return lineComment();
        }
        if (second != '*') {
            return operator();
        }
        if (lexicon.has(LexicalFeature.EXECUTABLE_COMMENTS)) {
            int third = window.at(position + 2);
            boolean marked = third == 'M' && window.at(position + 3) == '!';
            if (third == '!' || marked) {
                position = skipDigits(position + (marked ? 4 : 3));
                executableDepth++;
                return Kind.EXECUTABLE_MARK;
            }
        }
        char nesting = lexicon.has(LexicalFeature.NESTED_COMMENTS) ? '/' : '*';
        return quoted(Kind.COMMENT, quotes.blockComment(position + 2, nesting));
    }

    private Kind star() throws IOException {
        if (executableDepth == 0) {
            return operator();
        }
        if (window.at(position + 1) != '/') {
            return symbol(1);
        }
        executableDepth--;
        symbol(2);
        return Kind.EXECUTABLE_MARK;
    }

    private boolean continuesEscapes() {
        return escapesContinue && previous == Kind.WHITE_SPACE && newline;
    }

    private Kind string(int from, char quote, boolean backslash) throws IOException {
        return quoted(Kind.STRING, quotes.quoted(from, quote, backslash ? '\\' : quote));
    }

    private Kind identifier(int from, char quote) throws IOException {
        return quoted(Kind.QUOTED_IDENTIFIER, quotes.quoted(from, quote, quote));
    }

    private Kind word() throws IOException {
        position = skipWord(position + 1);
        int length = position - start;
        if (length > 2) {
            return Kind.WORD;
        }
        int quote = window.at(position);
        if (quote == '&' && lexicon.has(LexicalFeature.UNICODE_STRINGS) && isWord("U")) {
            int after = window.at(position + 1);
            if (after == '\'') {
                return string(position + 2, '\'', false);
            }
            if (after == '"') {
                return identifier(position + 2, '"');
            }
        }
        return quote == '\'' ? prefixed() : Kind.WORD;
    }

    private Kind prefixed() throws IOException {
        if (isWord("E") && lexicon.has(LexicalFeature.ESCAPE_STRINGS)) {
            escapesContinue = true;
            return string(position + 1, '\'', true);
        }
        if (isWord("N")) {
            return string(position + 1, '\'', backslashes);
        }
        if (isWord("B") || isWord("X")) {
            return string(position + 1, '\'', false);
        }
        if (lexicon.has(LexicalFeature.ALTERNATIVE_QUOTES) && (isWord("Q") || isWord("NQ"))) {
            return quoted(Kind.STRING, quotes.paired(position + 1));
        }
        return Kind.WORD;
    }

    private int skipWord(int from) throws IOException {
        int i = from;
        while (true) {
            char[] chars = window.chars();
            int limit = window.limit();
            for (; i < limit; i++) {
                char c = chars[i];
                if (!isWordPart(c)) {
                    return i;
                }
                if (delimiterInWords && c == delimiter[0] && delimiterAt(i)) {
                    return i;
                }
            }
            if (!window.reach(i)) {
                return i;
            }
        }
    }

    private int skipDigits(int from) throws IOException {
        int i = from;
        while (isDigit(window.at(i)) || window.at(i) == '_') {
            i++;
        }
        return i;
    }

    private Kind number() throws IOException {
        int second = window.at(position + 1) | 0x20;
        if (window.chars()[position] == '0' && (second == 'x' || second == 'b' || second == 'o')) {
            position = skipWord(position + 2);
            return Kind.NUMBER;
        }
        int whole = skipDigits(position);
        int end = exponentEnd(fractionEnd(whole));
        if (end == whole
                && lexicon.has(LexicalFeature.DIGITS_BEGIN_WORDS)
                && isWordPart(window.at(end))) {
            int word = skipWord(end);
            position = word;
            return word == end ? Kind.NUMBER : Kind.WORD;
        }
        position = end;
        return Kind.NUMBER;
    }

    private int fractionEnd(int from) throws IOException {
        return window.at(from) == '.' && window.at(from + 1) != '.' ? skipDigits(from + 1) : from;
    }

    private int exponentEnd(int from) throws IOException {
        if ((window.at(from) | 0x20) != 'e') {
            return from;
        }
        int sign = window.at(from + 1);
        int digits = sign == '+' || sign == '-' ? from + 2 : from + 1;
        return isDigit(window.at(digits)) ? skipDigits(digits) : from;
    }

    private Kind dot() throws IOException {
        boolean afterName = previous == Kind.WORD || previous == Kind.QUOTED_IDENTIFIER;
        if (!afterName && isDigit(window.at(position + 1))) {
            position = exponentEnd(skipDigits(position + 1));
            return Kind.NUMBER;
        }
        return symbol(window.at(position + 1) == '.' ? 2 : 1);
    }

    private Kind dollar() throws IOException {
        int second = window.at(position + 1);
        if (isDigit(second) && lexicon.has(LexicalFeature.NUMBERED_PARAMETERS)) {
            return parameter();
        }
        if (!dollarQuotes) {
            return dollarInWords ? word() : symbol(1);
        }
        int tagEnd = position + 1;
        if (isLetter(second) && lexicon.has(LexicalFeature.TAGGED_DOLLAR_QUOTES)) {
            do {
                tagEnd++;
            } while (isLetter(window.at(tagEnd)) || isDigit(window.at(tagEnd)));
        }
        return window.at(tagEnd) == '$'
                ? quoted(Kind.STRING, quotes.dollarQuoted(start, tagEnd + 1))
                : symbol(1);
    }

    private Kind parameter() throws IOException {
        position = skipDigits(position + 1);
        return Kind.PARAMETER;
    }

    private Kind colon() throws IOException {
        int second = window.at(position + 1);
        if (second == ':' || second == '=') {
            return symbol(2);
        }
        if (lexicon.has(LexicalFeature.NAMED_PARAMETERS) && isWordPart(second)) {
            position = skipWord(position + 1);
            return Kind.PARAMETER;
        }
        return symbol(1);
    }

    private Kind operator() throws IOException {
        if (!freeOperators) {
            return symbol(operators.knownLength(start));
        }
        int length = operators.runLength(start);
        for (int i = 1; delimiter.length > 0 && i < length; i++) {
            if (delimiterAt(start + i)) {
                return symbol(i);
            }
        }
        return symbol(length);
    }
}
