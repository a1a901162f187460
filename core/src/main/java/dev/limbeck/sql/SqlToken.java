package dev.limbeck.sql;

/**
 * One token of a text.
 *
 * @param kind what it is
 * @param text the text exactly as it stands
 * @param offset offset of its first character in the text that was tokenised
 */
public record SqlToken(Kind kind, String text, int offset) {
    /** What a token is. */
    public enum Kind {
        /** An identifier or keyword that is not quoted. */
        WORD,
        /** {@code "a"}, {@code `a`}, {@code [a]}, {@code U&"a"}. */
        QUOTED_IDENTIFIER,
        /** A string in any of the database's forms, prefix and quotes included. */
        STRING,
        /** An unsigned number. */
        NUMBER,
        /** {@code ?}, {@code :name}, {@code $1}. */
        PARAMETER,
        /** An operator or a punctuation mark. */
        SYMBOL,
        /**
         * The <code>/*!50001</code> that opens an executable comment or the end mark that closes
         * it; what stands between them is tokenised as code.
         */
        EXECUTABLE_MARK,
        /** A comment, the line end after a line comment excluded. */
        COMMENT,
        /** Blanks and line ends. */
        WHITE_SPACE
    }

    /** Returns whether this is an unquoted word, compared without regard to case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Returns whether this is a symbol. */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Returns the offset after the last character. */
    public int end() {
        return offset + text.length();
    }
}
