package dev.limbeck.oracle.change;

import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;

/**
 * How renames reach into texts: into checks, defaults and indexes, but not into the queries of
 * views, which stay as they are and are broken until somebody replaces them.
 */
public final class ViewTexts {
    private ViewTexts() {}

    /** Returns what rewrites texts as the server does. */
    public static NameRewriter rewriter() {
        return NameRewriter.outsideQueries(
                NameRewriter.byWords(OracleIdentifiers.INSTANCE::fold, OracleIdentifiers::write),
                ViewTexts::isQuery);
    }

    private static boolean isQuery(Expression expression) {
        return SqlTokenizer.significant(expression.source(), OracleLexicon.LEXICON).stream()
                .filter(token -> !token.isSymbol("("))
                .findFirst()
                .filter(ViewTexts::beginsQuery)
                .isPresent();
    }

    private static boolean beginsQuery(SqlToken token) {
        return token.is("SELECT") || token.is("WITH") || token.is("CREATE");
    }
}
