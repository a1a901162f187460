package dev.limbeck.mysql.text;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the text behind {@code DEFAULT} is. */
public final class DefaultText {
    private static final Set<String> WORDS = Set.of("NULL", "TRUE", "FALSE");

    private static final Set<String> NOW =
            Set.of("CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP");

    private static final Set<String> UNSAFE =
            Set.of(
                    "UUID",
                    "UUID_SHORT",
                    "RAND",
                    "SYSDATE",
                    "USER",
                    "CURRENT_USER",
                    "SESSION_USER",
                    "SYSTEM_USER",
                    "VERSION",
                    "CONNECTION_ID",
                    "LAST_INSERT_ID",
                    "FOUND_ROWS",
                    "ROW_COUNT");

    private DefaultText() {}

    /** Returns whether a text is a constant, which needs no parentheses. */
    public static boolean isConstant(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, MySqlLexicon.LEXICON);
        if (tokens.isEmpty()) {
            return false;
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        boolean value =
                last.kind() == SqlToken.Kind.STRING
                        || last.kind() == SqlToken.Kind.NUMBER
                        || isHexadecimal(last)
                        || (tokens.size() == 1
                                && WORDS.contains(last.text().toUpperCase(Locale.ROOT)));
        return value && (tokens.size() == 1 || (tokens.size() == 2 && precedes(tokens.get(0))));
    }

    private static boolean isHexadecimal(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD && token.text().matches("0[xXbB][0-9a-fA-F]+");
    }

    /** A sign, or the name of a character set. */
    private static boolean precedes(SqlToken token) {
        return token.isSymbol("-") || token.isSymbol("+") || token.text().startsWith("_");
    }

    /**
     * Returns whether a text calls a function that MySQL doesn't let a new column of an existing
     * table have as its default, since its replicas would compute something else.
     */
    public static boolean isUnsafe(String text) {
        return SqlTokenizer.significant(text, MySqlLexicon.LEXICON).stream()
                .filter(token -> token.kind() == SqlToken.Kind.WORD)
                .anyMatch(token -> UNSAFE.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Returns whether a text is the present moment. */
    public static boolean isNow(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, MySqlLexicon.LEXICON);
        boolean call = tokens.size() == 1 || (tokens.size() > 2 && tokens.size() < 5);
        return call
                && NOW.contains(tokens.get(0).text().toUpperCase(Locale.ROOT))
                && (tokens.size() == 1
                        || (tokens.get(1).isSymbol("(")
                                && tokens.get(tokens.size() - 1).isSymbol(")")));
    }

    /** Returns how many digits of a second the present moment has; 0 for whole seconds. */
    public static int digits(String text) {
        return SqlTokenizer.significant(text, MySqlLexicon.LEXICON).stream()
                .filter(token -> token.kind() == SqlToken.Kind.NUMBER)
                .map(token -> Integer.parseInt(token.text()))
                .findFirst()
                .orElse(0);
    }
}
