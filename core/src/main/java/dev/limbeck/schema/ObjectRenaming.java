package dev.limbeck.schema;

/** Follows the renaming of one object through whatever refers to it. */
final class ObjectRenaming extends SchemaObjectRewriter {
    private final ObjectId id;
    private final QualifiedName newName;
    private final NameRewriter rewriter;

    ObjectRenaming(ObjectId id, QualifiedName newName, NameRewriter rewriter) {
        this.id = id;
        this.newName = newName;
        this.rewriter = rewriter;
    }

    private boolean isMeant(Reference.Target target, QualifiedName name) {
        return target.accepts(id.kind()) && name.equals(id.name());
    }

    @Override
    protected QualifiedName name(Reference.Target target, QualifiedName name) {
        return isMeant(target, name) ? newName : name;
    }

    @Override
    protected Expression expression(Expression expression) {
        return refers(expression)
                ? rewriter.renameObject(expression, id.name(), newName)
                : expression;
    }

    @Override
    protected Expression query(Expression query) {
        return refers(query) ? rewriter.renameObjectInQuery(query, id.name(), newName) : query;
    }

    private boolean refers(Expression expression) {
        return expression.references().stream()
                .anyMatch(
                        reference ->
                                reference.name().equals(newName)
                                        && reference.target().accepts(id.kind()));
    }

    /** A body is looked at only when it runs: a server leaves its text alone. */
    @Override
    protected Expression body(Expression body) {
        return body;
    }
}
