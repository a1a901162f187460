package dev.limbeck.compare;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Types that values are turned into: {@code x::type} and {@code CAST(x AS type)}. */
final class Casts {
    private static final Set<String> TEXTS =
            Set.of("text", "varchar", "character varying", "bpchar");

    /** How far behind {@code CAST} its value stands. */
    static final int CONSTANT = 2;

    private Casts() {}

    /**
     * Returns where the {@code CAST} of a constant that begins at a token ends; that token where it
     * is none.
     */
    static int endOfCall(List<SqlToken> tokens, int start) {
        boolean constant =
                start + 4 < tokens.size()
                        && tokens.get(start).is("CAST")
                        && tokens.get(start + 1).isSymbol("(")
                        && isConstant(tokens.get(start + CONSTANT))
                        && tokens.get(start + CONSTANT + 1).is("AS");
        if (!constant) {
            return start;
        }
        int open = 1;
        int i = start + CONSTANT + 2;
        while (i < tokens.size() && open > 0) {
            open += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            i++;
        }
        return i;
    }

    /** Returns whether a token is a constant by itself. */
    static boolean isConstant(SqlToken token) {
        return token.kind() == Kind.STRING
                || token.kind() == Kind.NUMBER
                || token.is("TRUE")
                || token.is("FALSE")
                || token.is("NULL");
    }

    /** Returns where the suffix that begins at a token ends; that token where it is none. */
    static int end(List<SqlToken> tokens, int start) {
        int i = start + 1;
        int words = 0;
        while (i < tokens.size() && isName(tokens.get(i), words)) {
            boolean qualified = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol(".");
            i += qualified ? 2 : 1;
            words++;
        }
        if (words == 0) {
            return start;
        }
        i = afterBrackets(tokens, i, "(", ")");
        i = afterBrackets(tokens, i, "[", "]");
        return i;
    }

    /** Returns whether a type is a text without a limit. */
    static boolean isText(List<SqlToken> type) {
        String words =
                type.stream()
                        .map(token -> token.text().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
        return TEXTS.contains(words);
    }

    /** The first word is any; others belong to types of several words. */
    private static boolean isName(SqlToken token, int words) {
        if (token.kind() == Kind.QUOTED_IDENTIFIER) {
            return words == 0;
        }
        return token.kind() == Kind.WORD
                && (words == 0
                        || token.is("VARYING")
                        || token.is("PRECISION")
                        || token.is("WITH")
                        || token.is("WITHOUT")
                        || token.is("TIME")
                        || token.is("ZONE"));
    }

    private static int afterBrackets(
            List<SqlToken> tokens, int start, String opening, String closing) {
        int i = start;
        if (i < tokens.size() && tokens.get(i).isSymbol(opening)) {
            while (i < tokens.size() && !tokens.get(i).isSymbol(closing)) {
                i++;
            }
            return Math.min(i + 1, tokens.size());
        }
        return start;
    }
}
