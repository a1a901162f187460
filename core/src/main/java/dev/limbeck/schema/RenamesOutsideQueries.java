package dev.limbeck.schema;

import java.util.function.Predicate;

/**
 * How renames reach into texts where the server keeps the queries of views as they are written: it
 * follows renames in defaults, checks and computed columns, but a view that reads what was renamed
 * is broken until somebody replaces it.
 */
final class RenamesOutsideQueries implements NameRewriter {
    private final NameRewriter words;
    private final Predicate<Expression> isQuery;

    RenamesOutsideQueries(NameRewriter words, Predicate<Expression> isQuery) {
        this.words = words;
        this.isQuery = isQuery;
    }

    @Override
    public Expression renameObject(Expression expression, QualifiedName from, QualifiedName to) {
        return isQuery.test(expression) ? expression : words.renameObject(expression, from, to);
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

    /** No enum type has values here that stand in texts. */
    @Override
    public Expression renameValue(Expression expression, String from, String to) {
        return expression;
    }
}
