package dev.limbeck.schema;

import java.util.Set;

/**
 * Another name for an object.
 *
 * @param name the other name
 * @param target what it stands for
 * @param shared whether every user sees it under its bare name
 * @param details its comment, owner and grants
 */
public record Synonym(QualifiedName name, QualifiedName target, boolean shared, Details details)
        implements SchemaObject {
    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.SYNONYM, name);
    }

    public Synonym withTarget(QualifiedName newTarget) {
        return new Synonym(name, newTarget, shared, details);
    }

    @Override
    public Synonym withDetails(Details newDetails) {
        return new Synonym(name, target, shared, newDetails);
    }

    @Override
    public Synonym withName(QualifiedName newName) {
        return new Synonym(newName, target, shared, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        found.add(Reference.toAny(target));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.synonym(this);
    }
}
