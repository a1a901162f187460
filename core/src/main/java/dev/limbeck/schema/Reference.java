package dev.limbeck.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One object naming another.
 *
 * @param target what sort of thing the place of the name calls for
 * @param name the name
 * @param detail where the identity needs it and it is known (a routine's signature), otherwise
 *     empty, which means any
 * @param column the column it uses, where it is known; empty: the object as a whole
 */
public record Reference(Target target, QualifiedName name, String detail, Optional<String> column)
        implements Comparable<Reference> {
    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::target)
                    .thenComparing(Reference::name)
                    .thenComparing(Reference::detail)
                    .thenComparing(reference -> reference.column().orElse(""));

    private static final String STAR = "*";

    /** What a name may stand for, by the place it stands in. */
    public enum Target {
        NAMESPACE,
        EXTENSION,
        /** A type; also the row type of a relation, and types that are not modelled. */
        TYPE,
        SEQUENCE,
        /** Something rows are read from. */
        RELATION,
        ROUTINE,
        /** Anything of that name. */
        ANY;

        /** Returns whether an object of that kind can be meant. */
        public boolean accepts(ObjectKind kind) {
            return switch (this) {
                case NAMESPACE -> kind == ObjectKind.NAMESPACE;
                case EXTENSION -> kind == ObjectKind.EXTENSION;
                case TYPE ->
                        kind == ObjectKind.ENUM_TYPE
                                || kind == ObjectKind.DOMAIN
                                || kind == ObjectKind.COMPOSITE_TYPE
                                || kind == ObjectKind.OPAQUE
                                || kind.isRelation();
                case SEQUENCE -> kind == ObjectKind.SEQUENCE;
                case RELATION ->
                        kind == ObjectKind.SEQUENCE
                                || kind == ObjectKind.SYNONYM
                                || kind.isRelation();
                case ROUTINE -> kind == ObjectKind.ROUTINE;
                case ANY -> true;
            };
        }
    }

    public static Reference toNamespace(String name) {
        return new Reference(Target.NAMESPACE, QualifiedName.of(name), "", Optional.empty());
    }

    public static Reference toExtension(String name) {
        return new Reference(Target.EXTENSION, QualifiedName.of(name), "", Optional.empty());
    }

    public static Reference toType(QualifiedName name) {
        return new Reference(Target.TYPE, name, "", Optional.empty());
    }

    public static Reference toSequence(QualifiedName name) {
        return new Reference(Target.SEQUENCE, name, "", Optional.empty());
    }

    public static Reference toRelation(QualifiedName name) {
        return new Reference(Target.RELATION, name, "", Optional.empty());
    }

    public static Reference toColumn(QualifiedName relation, String column) {
        return new Reference(Target.RELATION, relation, "", Optional.of(column));
    }

    /** Returns a reference to the columns of a relation, whichever it has, as a star is one. */
    public static Reference toAllColumns(QualifiedName relation) {
        return new Reference(Target.RELATION, relation, "", Optional.of(STAR));
    }

    /** Returns whether this means the columns of a relation, whichever it has. */
    public boolean isToAllColumns() {
        return column.filter(STAR::equals).isPresent();
    }

    /** Returns a reference to every routine of a name, where the overload meant is not known. */
    public static Reference toRoutine(QualifiedName name) {
        return new Reference(Target.ROUTINE, name, "", Optional.empty());
    }

    /** Returns a reference to one overload. */
    public static Reference toRoutine(QualifiedName name, String signature) {
        return new Reference(Target.ROUTINE, name, signature, Optional.empty());
    }

    /** Returns a reference to whatever bears the name. */
    public static Reference toAny(QualifiedName name) {
        return new Reference(Target.ANY, name, "", Optional.empty());
    }

    /** Returns the columns of a relation that some of these references name. */
    public static Set<String> columnsOf(QualifiedName relation, Collection<Reference> references) {
        Set<String> columns = new TreeSet<>();
        for (Reference reference : references) {
            if (reference.target == Target.RELATION && reference.name.equals(relation)) {
                reference.column.ifPresent(columns::add);
            }
        }
        return columns;
    }

    /**
     * Returns whether some references use a column of a relation. Where they name the relation and
     * none of its columns, they may use any.
     */
    public static boolean mayUse(
            Collection<Reference> references, QualifiedName relation, String column) {
        boolean named = false;
        boolean columnsKnown = false;
        for (Reference reference : references) {
            if (reference.target == Target.RELATION && reference.name.equals(relation)) {
                named = true;
                if (reference.column.isPresent()) {
                    columnsKnown = true;
                    if (reference.column.get().equals(column)) {
                        return true;
                    }
                }
            }
        }
        return named && !columnsKnown;
    }

    /** Returns whether this may mean that object. */
    public boolean mayMean(ObjectId id) {
        if (target == Target.ROUTINE && id.kind() == ObjectKind.OPAQUE) {
            return id.isCallable() && name.equals(id.bareName());
        }
        if (target == Target.RELATION && id.kind() == ObjectKind.OPAQUE) {
            return id.holdsRows() && name.equals(id.name());
        }
        return target.accepts(id.kind())
                && name.equals(id.name())
                && (detail.isEmpty() || detail.equals(id.detail()));
    }

    /** Returns the same reference to something of another name. */
    public Reference withName(QualifiedName newName) {
        return new Reference(target, newName, detail, column);
    }

    /** Returns the same reference to another column. */
    public Reference withColumn(String newColumn) {
        return new Reference(target, name, detail, Optional.of(newColumn));
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
