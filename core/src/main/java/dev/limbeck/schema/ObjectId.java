package dev.limbeck.schema;

import java.util.Arrays;
import java.util.Optional;

/**
 * What tells an object from every other of its schema.
 *
 * @param kind its kind
 * @param name its name; a namespace and an extension have an empty schema part
 * @param detail what else tells it apart: for a routine {@link Routine#signature()}, or its type
 *     where that is enough ({@link Routine#NAMED_BY_TYPE}), for an opaque object its kind as the
 *     vendor calls it, for all else empty
 */
public record ObjectId(ObjectKind kind, QualifiedName name, String detail)
        implements Comparable<ObjectId> {
    /** Returns whether arguments stand behind the name of something that is not modelled. */
    boolean isCallable() {
        return kind == ObjectKind.OPAQUE && name.name().endsWith(")");
    }

    /** Returns whether rows are read from something that is not modelled. */
    boolean holdsRows() {
        return kind == ObjectKind.OPAQUE && detail.endsWith(" table");
    }

    /** Returns the name without the arguments behind it. */
    QualifiedName bareName() {
        int arguments = isCallable() ? name.name().indexOf('(') : -1;
        return arguments <= 0
                ? name
                : name.sibling(name.name().substring(0, arguments).stripTrailing());
    }

    /** Returns the identity of an object that its kind and name tell apart. */
    public static ObjectId of(ObjectKind kind, QualifiedName name) {
        return new ObjectId(kind, name, "");
    }

    public static ObjectId namespace(String name) {
        return of(ObjectKind.NAMESPACE, QualifiedName.of(name));
    }

    public static ObjectId table(QualifiedName name) {
        return of(ObjectKind.TABLE, name);
    }

    public static ObjectId sequence(QualifiedName name) {
        return of(ObjectKind.SEQUENCE, name);
    }

    /** Returns the same identity under another name. */
    public ObjectId withName(QualifiedName newName) {
        return new ObjectId(kind, newName, detail);
    }

    /** Returns the kind as a message says it. */
    public String label() {
        return routineType()
                .map(Routine.Type::label)
                .orElseGet(() -> kind == ObjectKind.OPAQUE ? detail : kind.label());
    }

    /** Types of arguments are written in small letters, so that they are not taken for one. */
    private Optional<Routine.Type> routineType() {
        return kind == ObjectKind.ROUTINE
                ? Arrays.stream(Routine.Type.values())
                        .filter(type -> type.name().equals(detail))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public int compareTo(ObjectId other) {
        int order = kind.compareTo(other.kind);
        if (order == 0) {
            order = name.compareTo(other.name);
        }
        return order != 0 ? order : detail.compareTo(other.detail);
    }

    /** Returns the name for listings: {@code account}, {@code f(integer)}. */
    public String listed() {
        boolean overloaded = kind == ObjectKind.ROUTINE && routineType().isEmpty();
        return overloaded ? name + "(" + detail + ")" : name.toString();
    }

    /** Returns the object for messages: {@code table account}, {@code routine f(integer)}. */
    @Override
    public String toString() {
        return label() + " " + listed();
    }
}
