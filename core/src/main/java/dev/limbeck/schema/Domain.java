package dev.limbeck.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type with constraints.
 *
 * @param name its name
 * @param type the type beneath
 * @param notNull that it holds no nulls
 * @param defaultValue its default
 * @param collation its collation, where it isn't its type's default
 * @param constraints its checks, sorted by name; their predicates say {@code VALUE}
 * @param details its comment, owner and grants
 */
public record Domain(
        QualifiedName name,
        ColumnType type,
        Optional<NotNull> notNull,
        Optional<Expression> defaultValue,
        Optional<QualifiedName> collation,
        List<Check> constraints,
        Details details)
        implements SchemaObject {
    public Domain {
        constraints = Parts.sorted(constraints).stream().map(Check.class::cast).toList();
    }

    public static Domain of(QualifiedName name, ColumnType type) {
        return new Domain(
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.DOMAIN, name);
    }

    public Domain withType(ColumnType newType) {
        return new Domain(name, newType, notNull, defaultValue, collation, constraints, details);
    }

    public Domain withNotNull(Optional<NotNull> newNotNull) {
        return new Domain(name, type, newNotNull, defaultValue, collation, constraints, details);
    }

    public Domain withDefault(Optional<Expression> newDefault) {
        return new Domain(name, type, notNull, newDefault, collation, constraints, details);
    }

    public Domain withConstraints(Collection<Check> newConstraints) {
        return new Domain(
                name, type, notNull, defaultValue, collation, List.copyOf(newConstraints), details);
    }

    @Override
    public Domain withDetails(Details newDetails) {
        return new Domain(name, type, notNull, defaultValue, collation, constraints, newDetails);
    }

    @Override
    public Domain withName(QualifiedName newName) {
        return new Domain(newName, type, notNull, defaultValue, collation, constraints, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        found.add(type.reference());
        collation.ifPresent(named -> found.add(Reference.toAny(named)));
        defaultValue.ifPresent(expression -> found.addAll(expression.references()));
        constraints.forEach(check -> found.addAll(check.references()));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.domain(this);
    }
}
