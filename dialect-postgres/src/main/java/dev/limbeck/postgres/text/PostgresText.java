package dev.limbeck.postgres.text;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/** Texts as the server gives them. */
public final class PostgresText {
    private PostgresText() {}

    /** Returns a text without the parentheses around the whole of it. */
    public static String bare(String text) {
        String bare = text.strip();
        while (bare.startsWith("(") && bare.endsWith(")") && enclosed(bare)) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    private static boolean enclosed(String text) {
        int depth = 0;
        for (SqlToken token : SqlTokenizer.tokenize(text, PostgresLexicon.LEXICON)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.end() < text.length()) {
                return false;
            }
        }
        return depth == 0;
    }

    /** Returns a query without what ends it. */
    public static String query(String text) {
        String query = text.strip();
        return query.endsWith(";") ? query.substring(0, query.length() - 1).stripTrailing() : query;
    }

    /** Returns the offset at which the token after a place closes the parenthesis open there. */
    public static int closing(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a parenthesis is not closed: " + tokens);
    }
}
