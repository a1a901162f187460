package dev.limbeck.mysql.change;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/**
 * How renames reach into texts: into checks, defaults and computed columns, but not into the
 * queries of views, which stay as they are and are broken until somebody replaces them.
 */
public final class ViewTexts {
    private ViewTexts() {}

    /** Returns what rewrites texts as the servers do. */
    public static NameRewriter rewriter() {
        return NameRewriter.outsideQueries(
                NameRewriter.byWords(MySqlIdentifiers.INSTANCE::fold, MySqlIdentifiers::write),
                ViewTexts::isQuery);
    }

    private static boolean isQuery(Expression expression) {
        List<SqlToken> tokens = SqlTokenizer.significant(expression.source(), MySqlLexicon.LEXICON);
        return tokens.stream()
                .filter(token -> !token.isSymbol("("))
                .findFirst()
                .filter(token -> token.is("SELECT") || token.is("WITH") || token.is("CREATE"))
                .isPresent();
    }
}
