package dev.limbeck.mysql.change;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/**
 * How renames reach into texts: into checks, defaults and computed columns, but not into the
 * queries of views, which stay as they are and are broken until somebody replaces them.
 */
public final class ViewTexts implements NameRewriter {
    private final NameRewriter words =
            NameRewriter.byWords(MySqlIdentifiers.INSTANCE::fold, MySqlIdentifiers::write);

    private static boolean isQuery(Expression expression) {
        List<SqlToken> tokens = SqlTokenizer.significant(expression.source(), MySqlLexicon.LEXICON);
        return tokens.stream()
                .filter(token -> !token.isSymbol("("))
                .findFirst()
                .filter(token -> token.is("SELECT") || token.is("WITH") || token.is("CREATE"))
                .isPresent();
    }

    @Override
    public Expression renameObject(Expression expression, QualifiedName from, QualifiedName to) {
        return isQuery(expression) ? expression : words.renameObject(expression, from, to);
    }

    @Override
    public Expression renameColumn(
            Expression expression, QualifiedName relation, String from, String to) {
        return words.renameColumn(expression, relation, from, to);
    }

    @Override
    public Expression renameColumnInQuery(
            Expression query, QualifiedName relation, String from, String to) {
        return query;
    }

    @Override
    public Expression renameValue(Expression expression, String from, String to) {
        return expression;
    }
}
