package dev.limbeck.oracle.text;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as literals of Oracle, and what literals hold. */
public final class OracleText {
    private OracleText() {}

    /** Returns a text as a literal. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Returns what a literal holds, whichever way it is quoted: {@code 'it''s'}, {@code N'x'},
     * {@code q'[it's]'}.
     */
    public static String value(String literal) {
        int quote = literal.indexOf('\'');
        int last = literal.length() - 1;
        if (quote < 0 || last <= quote) {
            return literal;
        }
        boolean alternative = quote > 0 && "qQ".indexOf(literal.charAt(quote - 1)) >= 0;
        return alternative
                ? literal.substring(Math.min(quote + 2, last), Math.max(quote + 2, last - 1))
                : literal.substring(quote + 1, last).replace("''", "'");
    }

    /** Returns a text with one blank between tokens and no comments. */
    public static String spaced(String text) {
        return SqlTokenizer.significant(text, OracleLexicon.LEXICON).stream()
                .map(SqlToken::text)
                .collect(Collectors.joining(" "));
    }

    /** Returns an expression without parentheses around the whole. */
    public static String bare(String text) {
        String bare = text.strip();
        while (isEnclosed(bare)) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    private static boolean isEnclosed(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, OracleLexicon.LEXICON);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i > 0 && i == tokens.size() - 1;
            }
        }
        return false;
    }
}
