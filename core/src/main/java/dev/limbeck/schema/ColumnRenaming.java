package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;

/** Follows the renaming of one column through whatever refers to it. */
final class ColumnRenaming extends SchemaObjectRewriter {
    private final Set<QualifiedName> tables;
    private final String from;
    private final String to;
    private final NameRewriter rewriter;

    /**
     * @param tables the table and the children that inherit the column
     */
    ColumnRenaming(Set<QualifiedName> tables, String from, String to, NameRewriter rewriter) {
        this.tables = Set.copyOf(tables);
        this.from = from;
        this.to = to;
        this.rewriter = rewriter;
    }

    @Override
    protected String column(QualifiedName relation, String column) {
        return tables.contains(relation) && column.equals(from) ? to : column;
    }

    @Override
    protected Expression expression(Expression expression) {
        return relationIn(expression)
                .map(relation -> rewriter.renameColumn(expression, relation, from, to))
                .orElse(expression);
    }

    @Override
    protected Expression query(Expression query) {
        return relationIn(query)
                .map(relation -> rewriter.renameColumnInQuery(query, relation, from, to))
                .orElse(query);
    }

    /**
     * Returns the relation whose column a text names or may name, its references being rewritten
     * already.
     */
    private Optional<QualifiedName> relationIn(Expression expression) {
        return tables.stream()
                .sorted()
                .filter(table -> Reference.mayUse(expression.references(), table, to))
                .findFirst();
    }

    /** A body is looked at only when it runs: a server leaves its text alone. */
    @Override
    protected Expression body(Expression body) {
        return body;
    }
}
