package dev.limbeck.schema;

import java.util.List;
import java.util.Set;

/**
 * A type whose values are listed. An enumeration that is written inside a column's type is part of
 * that type instead.
 *
 * @param name its name
 * @param values its values in order, unquoted
 * @param details its comment, owner and grants
 */
public record EnumType(QualifiedName name, List<String> values, Details details)
        implements SchemaObject {
    public EnumType {
        values = List.copyOf(values);
    }

    public static EnumType of(QualifiedName name, String... values) {
        return new EnumType(name, List.of(values), Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.ENUM_TYPE, name);
    }

    public EnumType withValues(List<String> newValues) {
        return new EnumType(name, newValues, details);
    }

    @Override
    public EnumType withDetails(Details newDetails) {
        return new EnumType(name, values, newDetails);
    }

    @Override
    public EnumType withName(QualifiedName newName) {
        return new EnumType(newName, values, details);
    }

    @Override
    public Set<Reference> references() {
        return Parts.namespaceOf(name);
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.enumType(this);
    }
}
