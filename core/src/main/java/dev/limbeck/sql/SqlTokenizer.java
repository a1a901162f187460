package dev.limbeck.sql;

import java.util.List;

/** Cuts a text into tokens which, put one after the other, are the text. */
public final class SqlTokenizer {
    private SqlTokenizer() {}

    /** Returns all tokens, white space and comments included. Never throws, whatever the text. */
    public static List<SqlToken> tokenize(String text, SqlLexicon lexicon) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the tokens that are neither white space nor comment. */
    public static List<SqlToken> significant(String text, SqlLexicon lexicon) {
        return tokenize(text, lexicon).stream().filter(token -> !token.isTrivia()).toList();
    }
}
