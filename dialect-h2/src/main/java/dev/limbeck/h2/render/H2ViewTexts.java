package dev.limbeck.h2.render;

import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How renames reach into texts in H2: it follows them in defaults, checks and computed columns, but
 * not in the queries of views, which it keeps as text. A view that reads what was renamed is broken
 * until somebody replaces it.
 */
public final class H2ViewTexts {
    private static final Set<String> QUERY_VERBS =
            Set.of("SELECT", "WITH", "TABLE", "VALUES", "FROM");

    private H2ViewTexts() {}

    /** Returns what rewrites texts as the server does. */
    public static NameRewriter rewriter() {
        return NameRewriter.outsideQueries(
                NameRewriter.byWords(H2Identifiers.INSTANCE::fold, H2Names::write),
                H2ViewTexts::isBareQuery);
    }

    /** Returns whether a text is a query, which no default or check is without parentheses. */
    static boolean isQuery(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, H2Lexicon.LEXICON);
        int first = 0;
        while (first < tokens.size() && tokens.get(first).isSymbol("(")) {
            first++;
        }
        return first < tokens.size()
                && QUERY_VERBS.contains(tokens.get(first).text().toUpperCase(Locale.ROOT));
    }

    private static boolean isBareQuery(Expression expression) {
        return !expression.source().startsWith("(") && isQuery(expression.source());
    }
}
