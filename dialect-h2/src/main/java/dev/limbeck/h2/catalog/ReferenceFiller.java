package dev.limbeck.h2.catalog;

import dev.limbeck.h2.model.H2References;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;
import dev.limbeck.schema.Table;
import java.util.List;

/** Gives the texts of one object what they refer to. */
final class ReferenceFiller extends SchemaObjectRewriter {
    private final H2References references;
    private final QualifiedName owner;
    private final List<String> columns;

    ReferenceFiller(H2References references, SchemaObject object) {
        this.references = references;
        this.owner = object.id().name();
        this.columns = object instanceof Table table ? table.columnNames() : List.of();
    }

    @Override
    protected Expression expression(Expression expression) {
        return expression.withReferences(references.ofText(expression.source(), owner, columns));
    }

    @Override
    protected Expression query(Expression query) {
        return query.withReferences(references.ofQuery(query.source()));
    }

    /** A body is Java, or names a class. */
    @Override
    protected Expression body(Expression body) {
        return body;
    }
}
