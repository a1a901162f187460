package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A sequence. The one behind an identity column is part of the column and not listed.
 *
 * @param name its name
 * @param counting how it counts; its present value is data and not kept
 * @param ownedBy the column it belongs to and dies with; it lives in the same schema as its table
 * @param persistence how far its counter outlives a crash
 * @param details its comment, owner and grants
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions counting,
        Optional<OwningColumn> ownedBy,
        Persistence persistence,
        Details details)
        implements SchemaObject {
    /** The column a sequence belongs to. */
    public record OwningColumn(QualifiedName table, String column) {}

    public static Sequence of(QualifiedName name) {
        return new Sequence(
                name,
                SequenceOptions.defaults(),
                Optional.empty(),
                Persistence.PERMANENT,
                Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.sequence(name);
    }

    public Sequence withCounting(SequenceOptions newCounting) {
        return new Sequence(name, newCounting, ownedBy, persistence, details);
    }

    public Sequence withOwnedBy(Optional<OwningColumn> newOwnedBy) {
        return new Sequence(name, counting, newOwnedBy, persistence, details);
    }

    public Sequence withPersistence(Persistence newPersistence) {
        return new Sequence(name, counting, ownedBy, newPersistence, details);
    }

    @Override
    public Sequence withDetails(Details newDetails) {
        return new Sequence(name, counting, ownedBy, persistence, newDetails);
    }

    @Override
    public Sequence withName(QualifiedName newName) {
        return new Sequence(newName, counting, ownedBy, persistence, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        ownedBy.ifPresent(owner -> found.add(Reference.toColumn(owner.table(), owner.column())));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.sequence(this);
    }
}
