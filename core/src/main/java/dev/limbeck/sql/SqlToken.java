package dev.limbeck.sql;

/**
 * One token of a statement.
 *
 * @param kind what it is
 * @param text the text exactly as it stands
 * @param offset offset of its first character in the text that was tokenised
 */
public record SqlToken(Kind kind, String text, int offset) {
    /** What a token is. */
    public enum Kind {
        WORD,
        QUOTED_IDENTIFIER,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL,
        COMMENT,
        WHITE_SPACE
    }

    /** Returns whether this is an unquoted word, compared without regard to case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
