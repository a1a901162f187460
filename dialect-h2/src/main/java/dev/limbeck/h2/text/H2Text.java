package dev.limbeck.h2.text;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;

/** Pieces of SQL text. */
public final class H2Text {
    private H2Text() {}

    /** Returns the value of a string literal. */
    public static String string(String literal) {
        if (literal.startsWith("$")) {
            int open = literal.indexOf('$', 1) + 1;
            return literal.substring(open, literal.length() - open);
        }
        String inner = literal.substring(literal.indexOf('\'') + 1, literal.length() - 1);
        return inner.replace("''", "'");
    }

    /** Returns a text as a string literal. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns source as a literal: in dollar quotes where that spares doubled quotes or lines. */
    public static String body(String source) {
        boolean plain = !source.contains("'") && !source.contains("\n");
        return plain || source.contains("$$") ? quoted(source) : "$$" + source + "$$";
    }

    /**
     * Returns a text that the server printed as a person would have written it: names that need no
     * quotes without them and in lower case, names in the default schema without it.
     */
    public static String plain(String printed) {
        List<SqlToken> tokens = SqlTokenizer.tokenize(printed, H2Lexicon.LEXICON);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.kind() != SqlToken.Kind.QUOTED_IDENTIFIER) {
                text.append(token.text());
            } else if (isDefaultSchema(tokens, i)) {
                i++;
            } else {
                text.append(H2Names.write(H2Names.read(token)));
            }
        }
        return text.toString();
    }

    private static boolean isDefaultSchema(List<SqlToken> tokens, int index) {
        boolean first = index == 0 || !tokens.get(index - 1).isSymbol(".");
        return first
                && index + 1 < tokens.size()
                && tokens.get(index + 1).isSymbol(".")
                && H2Names.read(tokens.get(index)).equals(H2Names.DEFAULT_SCHEMA);
    }

    /** Returns a text without parentheses around the whole. */
    public static String bare(String text) {
        String stripped = text.strip();
        while (isWrapped(stripped)) {
            stripped = stripped.substring(1, stripped.length() - 1).strip();
        }
        return stripped;
    }

    private static boolean isWrapped(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, H2Lexicon.LEXICON);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && i < tokens.size() - 1) {
                return false;
            }
        }
        return tokens.size() > 2 && tokens.get(0).isSymbol("(") && depth == 0;
    }

    /** Returns a text with single blanks and unquoted words in lower case, to compare by. */
    public static String tokens(String text) {
        StringBuilder result = new StringBuilder();
        for (SqlToken token : SqlTokenizer.significant(text, H2Lexicon.LEXICON)) {
            String written =
                    switch (token.kind()) {
                        case WORD -> token.text().toLowerCase(Locale.ROOT);
                        case QUOTED_IDENTIFIER -> H2Names.write(H2Names.read(token));
                        default -> token.text();
                    };
            result.append(result.length() == 0 ? "" : " ").append(written);
        }
        return result.toString();
    }
}
