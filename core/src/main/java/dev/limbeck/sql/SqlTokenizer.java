package dev.limbeck.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts a text into tokens which, put one after the other, are the text. */
public final class SqlTokenizer {
    private SqlTokenizer() {}

    /** Returns all tokens, white space and comments included. Never throws, whatever the text. */
    public static List<SqlToken> tokenize(String text, SqlLexicon lexicon) {
        return tokens(text, lexicon, kind -> true);
    }

    private static List<SqlToken> tokens(
            String text, SqlLexicon lexicon, Predicate<SqlToken.Kind> wanted) {
        SqlScanner scanner = new SqlScanner(CharWindow.over(text), lexicon, 0);
        List<SqlToken> tokens = new ArrayList<>();
        try {
            for (var kind = scanner.next(); kind != null; kind = scanner.next()) {
                if (wanted.test(kind)) {
                    String token = text.substring(scanner.start(), scanner.end());
                    tokens.add(new SqlToken(kind, token, scanner.start()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return tokens;
    }

    /** Returns the tokens that are neither white space nor comment. */
    public static List<SqlToken> significant(String text, SqlLexicon lexicon) {
        return tokens(
                text,
                lexicon,
                kind -> kind != SqlToken.Kind.WHITE_SPACE && kind != SqlToken.Kind.COMMENT);
    }
}
