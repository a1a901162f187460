package dev.limbeck.schema;

import java.util.Set;

/**
 * A schema in the database's sense: a place where objects have their names. The connection's
 * default one is always there and never listed.
 *
 * @param name its name, folded
 * @param details its comment, owner and grants
 */
public record Namespace(String name, Details details) implements SchemaObject {
    public static Namespace of(String name) {
        return new Namespace(name, Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.namespace(name);
    }

    @Override
    public Namespace withDetails(Details newDetails) {
        return new Namespace(name, newDetails);
    }

    @Override
    public Namespace withName(QualifiedName newName) {
        return new Namespace(newName.name(), details);
    }

    @Override
    public Set<Reference> references() {
        return Set.of();
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.namespace(this);
    }
}
