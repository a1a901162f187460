package dev.limbeck.config;

import dev.limbeck.config.Toml.Position;

/** Reads the words of a TOML document: keys, strings, and hands other values to their own class. */
final class TomlScanner {
    /** Deeper than anybody nests, and shallow enough for every stack. */
    static final int DEEPEST = 100;

    private static final int END = -1;

    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;
    private int depth;

    TomlScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return offset >= text.length();
    }

    /** Returns the character at hand, or -1 at the end. */
    int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return offset + ahead < text.length() ? text.charAt(offset + ahead) : END;
    }

    Position position() {
        return new Position(line, offset - lineStart + 1);
    }

    TomlSyntaxException error(String message) {
        return new TomlSyntaxException(message, position());
    }

    boolean take(char c) {
        if (peek() != c) {
            return false;
        }
        offset++;
        return true;
    }

    void expect(char c) throws TomlSyntaxException {
        if (!take(c)) {
            throw error("expected '" + c + "'" + found());
        }
    }

    /** Opens a bracket that may hold others. */
    void enter(char bracket) throws TomlSyntaxException {
        expect(bracket);
        depth++;
        if (depth > DEEPEST) {
            throw error("brackets are nested more than " + DEEPEST + " deep");
        }
    }

    /** Leaves a bracket whose end has been read. */
    void leave() {
        depth--;
    }

    private String found() {
        int c = peek();
        if (c == END) {
            return ", found the end of the file";
        }
        return c == '\n' || c == '\r' ? ", found the end of the line" : ", found '" + show(c) + "'";
    }

    private static String show(int c) {
        return Character.isISOControl(c) ? String.format("\\u%04X", c) : Character.toString(c);
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            offset++;
        }
    }

    /** Passes over blanks, comments and line ends. */
    void skipBlankLines() throws TomlSyntaxException {
        skipBlanks();
        skipComment();
        while (takeLineEnd()) {
            skipBlanks();
            skipComment();
        }
    }

    /** Passes over what may follow a value in its line. */
    void expectLineEnd() throws TomlSyntaxException {
        skipBlanks();
        skipComment();
        if (!atEnd() && !takeLineEnd()) {
            throw error("expected the end of the line" + found());
        }
    }

    private void skipComment() throws TomlSyntaxException {
        if (peek() != '#') {
            return;
        }
        while (!atEnd() && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n')) {
            refuseControl();
            offset++;
        }
    }

    private boolean takeLineEnd() {
        int length = peek() == '\n' ? 1 : peek() == '\r' && peek(1) == '\n' ? 2 : 0;
        if (length == 0) {
            return false;
        }
        offset += length;
        line++;
        lineStart = offset;
        return true;
    }

    private void refuseControl() throws TomlSyntaxException {
        int c = peek();
        if ((c < ' ' && c != '\t') || c == 0x7F) {
            throw error("the control character '" + show(c) + "' is not allowed here");
        }
    }

    /** Reads one part of a dotted key. */
    String simpleKey() throws TomlSyntaxException {
        if (peek() == '"' || peek() == '\'') {
            boolean multiLine = peek(1) == peek() && peek(2) == peek();
            if (multiLine) {
                throw error("a key can't be a multi-line string");
            }
            return peek() == '"' ? basicString() : literalString();
        }
        int start = offset;
        while (isBareKey(peek())) {
            offset++;
        }
        if (offset == start) {
            throw error("expected a key" + found());
        }
        return text.substring(start, offset);
    }

    private static boolean isBareKey(int c) {
        return isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Reads a string, a number, a boolean or a date. */
    Toml scalar() throws TomlSyntaxException {
        Position position = position();
        if (peek() == '"') {
            boolean multiLine = peek(1) == '"' && peek(2) == '"';
            return new Toml.Text(multiLine ? multiLineString('"') : basicString(), position);
        }
        if (peek() == '\'') {
            boolean multiLine = peek(1) == '\'' && peek(2) == '\'';
            return new Toml.Text(multiLine ? multiLineString('\'') : literalString(), position);
        }
        int start = offset;
        while (isWordPart(peek()) || isDateBlank(start)) {
            offset++;
        }
        if (offset == start) {
            throw error("expected a value" + found());
        }
        return TomlWord.parse(text.substring(start, offset), position);
    }

    private static boolean isWordPart(int c) {
        return isLetterOrDigit(c) || c == '_' || c == '+' || c == '-' || c == '.' || c == ':';
    }

    /** The blank of {@code 2026-11-23 10:00:00} belongs to the value. */
    private boolean isDateBlank(int start) {
        return peek() == ' '
                && offset - start == "2026-11-23".length()
                && text.charAt(start + 4) == '-'
                && peek(1) >= '0'
                && peek(1) <= '9';
    }

    private String literalString() throws TomlSyntaxException {
        Position start = position();
        offset++;
        int from = offset;
        while (peek() != '\'') {
            refuseUnterminated(start);
            refuseControl();
            offset++;
        }
        offset++;
        return text.substring(from, offset - 1);
    }

    private String basicString() throws TomlSyntaxException {
        Position start = position();
        offset++;
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            refuseUnterminated(start);
            refuseControl();
            if (peek() == '\\') {
                escape(value);
            } else {
                value.append((char) peek());
                offset++;
            }
        }
        offset++;
        return value.toString();
    }

    private void refuseUnterminated(Position start) throws TomlSyntaxException {
        if (atEnd() || peek() == '\n' || peek() == '\r') {
            throw new TomlSyntaxException("the string is not closed in its line", start);
        }
    }

    private String multiLineString(char quote) throws TomlSyntaxException {
        Position start = position();
        offset += 3;
        takeLineEnd();
        StringBuilder value = new StringBuilder();
        while (true) {
            if (atEnd()) {
                throw new TomlSyntaxException("the string is not closed", start);
            }
            if (peek() == quote && peek(1) == quote && peek(2) == quote) {
                break;
            }
            if (takeLineEnd()) {
                value.append('\n');
            } else if (quote == '"' && peek() == '\\') {
                if (!takeLineContinuation()) {
                    escape(value);
                }
            } else {
                refuseControl();
                value.append((char) peek());
                offset++;
            }
        }
        offset += 3;
        // Up to two quotes may stand directly before the closing three.
        for (int extra = 0; extra < 2 && take(quote); extra++) {
            value.append(quote);
        }
        return value.toString();
    }

    /** Passes over a backslash at the end of a line and the white space after it. */
    private boolean takeLineContinuation() {
        int ahead = 1;
        while (peek(ahead) == ' ' || peek(ahead) == '\t') {
            ahead++;
        }
        if (peek(ahead) != '\n' && !(peek(ahead) == '\r' && peek(ahead + 1) == '\n')) {
            return false;
        }
        offset += ahead;
        while (takeLineEnd() || peek() == ' ' || peek() == '\t') {
            skipBlanks();
        }
        return true;
    }

    private void escape(StringBuilder value) throws TomlSyntaxException {
        int c = peek(1);
        switch (c) {
            case 'b' -> value.append('\b');
            case 't' -> value.append('\t');
            case 'n' -> value.append('\n');
            case 'f' -> value.append('\f');
            case 'r' -> value.append('\r');
            case '"', '\\' -> value.append((char) c);
            case 'u' -> codePoint(value, 4);
            case 'U' -> codePoint(value, 8);
            default ->
                    throw error(
                            "'\\"
                                    + (c == END ? "" : show(c))
                                    + "' is no escape; write a path with '/', or the string in"
                                    + " single quotes");
        }
        offset += 2;
    }

    private void codePoint(StringBuilder value, int digits) throws TomlSyntaxException {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(Math.max(peek(2 + i), 0), 16);
            if (digit < 0 || peek(2 + i) > 'f') {
                throw error("expected " + digits + " hexadecimal digits");
            }
            code = (code << 4) | digit;
        }
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        if (!Character.isValidCodePoint(code) || surrogate) {
            throw error("the escape names no character");
        }
        value.appendCodePoint(code);
        offset += digits;
    }
}
