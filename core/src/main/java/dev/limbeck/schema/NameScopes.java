package dev.limbeck.schema;

import java.util.EnumSet;
import java.util.Set;

/**
 * Among which things a name must be the only one, on some database.
 *
 * @param relationNames the kinds of object that share one set of names with tables in a schema
 * @param typeNames the kinds of object that share one set of names with types in a schema
 * @param indexes where the name of an index must be unique
 * @param constraints where the name of a constraint must be unique
 * @param checks where the name of a check must be unique
 * @param triggers where the name of a trigger must be unique
 * @param keysAreIndexes whether a key or exclusion constraint also is an index of its name
 */
public record NameScopes(
        Set<ObjectKind> relationNames,
        Set<ObjectKind> typeNames,
        Scope indexes,
        Scope constraints,
        Scope checks,
        Scope triggers,
        boolean keysAreIndexes) {
    /** Where a name of a part must be unique. */
    public enum Scope {
        /** Among the parts of its kind of one relation. */
        RELATION,
        /** Among the parts of its kind of one schema. */
        SCHEMA,
        /** Among the parts of its kind and the relations of one schema. */
        RELATION_NAMES
    }

    /** Makes the scopes of a database in which checks are named as other constraints are. */
    public NameScopes(
            Set<ObjectKind> relationNames,
            Set<ObjectKind> typeNames,
            Scope indexes,
            Scope constraints,
            Scope triggers,
            boolean keysAreIndexes) {
        this(relationNames, typeNames, indexes, constraints, constraints, triggers, keysAreIndexes);
    }

    public NameScopes {
        relationNames = Set.copyOf(relationNames);
        typeNames = Set.copyOf(typeNames);
    }

    /** Returns what every database keeps to: relations apart, and parts within their relation. */
    public static NameScopes loose() {
        return new NameScopes(
                EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
                EnumSet.of(ObjectKind.ENUM_TYPE, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE),
                Scope.RELATION,
                Scope.RELATION,
                Scope.RELATION,
                false);
    }

    /** Returns where the name of a part must be unique. */
    public Scope of(TablePart part) {
        return part instanceof Check ? checks : of(part.kind());
    }

    /** Returns where the name of a part of some kind must be unique, unless it is a check. */
    public Scope of(PartKind kind) {
        return switch (kind) {
            case INDEX -> indexes;
            case CONSTRAINT -> constraints;
            case TRIGGER -> triggers;
            default -> Scope.RELATION;
        };
    }
}
