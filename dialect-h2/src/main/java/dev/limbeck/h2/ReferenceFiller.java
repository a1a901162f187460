package dev.limbeck.h2;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObjectRewriter;

/** Gives the texts of one object what they refer to. */
final class ReferenceFiller extends SchemaObjectRewriter {
    private final H2References references;
    private final QualifiedName owner;

    ReferenceFiller(H2References references, QualifiedName owner) {
        this.references = references;
        this.owner = owner;
    }

    @Override
    protected Expression expression(Expression expression) {
        return expression.withReferences(references.ofText(expression.source(), owner));
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
