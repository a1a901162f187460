package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type of several attributes.
 *
 * @param name its name
 * @param attributes its attributes in order
 * @param details its comment, owner and grants
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes, Details details)
        implements SchemaObject {
    /**
     * One attribute of a composite type.
     *
     * @param name its name
     * @param type its type
     * @param collation its collation, where it isn't its type's default
     * @param comment its comment
     */
    public record Attribute(
            String name,
            ColumnType type,
            Optional<QualifiedName> collation,
            Optional<String> comment) {
        public static Attribute of(String name, ColumnType type) {
            return new Attribute(name, type, Optional.empty(), Optional.empty());
        }

        public Attribute withName(String newName) {
            return new Attribute(newName, type, collation, comment);
        }

        public Attribute withType(ColumnType newType) {
            return new Attribute(name, newType, collation, comment);
        }

        public Attribute withComment(Optional<String> newComment) {
            return new Attribute(name, type, collation, newComment);
        }
    }

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    public static CompositeType of(QualifiedName name, Attribute... attributes) {
        return new CompositeType(name, List.of(attributes), Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.COMPOSITE_TYPE, name);
    }

    public CompositeType withAttributes(List<Attribute> newAttributes) {
        return new CompositeType(name, newAttributes, details);
    }

    @Override
    public CompositeType withDetails(Details newDetails) {
        return new CompositeType(name, attributes, newDetails);
    }

    @Override
    public CompositeType withName(QualifiedName newName) {
        return new CompositeType(newName, attributes, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        for (Attribute attribute : attributes) {
            found.add(attribute.type().reference());
            attribute.collation().ifPresent(named -> found.add(Reference.toAny(named)));
        }
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.compositeType(this);
    }
}
