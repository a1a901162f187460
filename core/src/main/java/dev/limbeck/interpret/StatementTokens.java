package dev.limbeck.interpret;

import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement cut into tokens, once for all that look at it.
 *
 * @param statement the statement as it stands in its file
 * @param text its text, with a name of the same length in place of each variable: what its value
 *     will be only the run knows
 * @param tokens its significant tokens, offsets in {@code text}; of a very long one the first ones
 */
record StatementTokens(Statement statement, String text, List<SqlToken> tokens) {
    /** Statements above this many characters are not parsed: the parser takes seconds for them. */
    static final int LONGEST = 200_000;

    /** Enough to tell what sort of statement a long one is. */
    private static final int BEGINNING = 4_000;

    private static final String VARIABLE_OPENING = "${";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+}");

    StatementTokens {
        tokens = List.copyOf(tokens);
    }

    static StatementTokens of(Statement statement, SqlLexicon lexicon) {
        String text = withoutVariables(statement.text());
        String read = text.length() <= LONGEST ? text : text.substring(0, BEGINNING);
        return new StatementTokens(statement, text, SqlTokenizer.significant(read, lexicon));
    }

    /** Returns a statement with the tokens it has been cut into already. */
    static StatementTokens of(Statement statement, List<SqlToken> tokens, SqlLexicon lexicon) {
        String text = statement.text();
        return text.length() > LONGEST || text.contains(VARIABLE_OPENING)
                ? of(statement, lexicon)
                : new StatementTokens(statement, text, tokens);
    }

    private static String withoutVariables(String text) {
        return text.contains(VARIABLE_OPENING)
                ? VARIABLE.matcher(text).replaceAll(found -> "v".repeat(found.group().length()))
                : text;
    }

    /** Returns whether the tokens are the whole statement. */
    boolean isComplete() {
        return text.length() <= LONGEST;
    }
}
