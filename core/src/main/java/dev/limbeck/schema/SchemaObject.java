package dev.limbeck.schema;

import java.util.Set;

/**
 * An object of a schema: whatever is created, dropped and renamed by itself. Equality is equality
 * of normal forms and shallow: other objects are named, not held.
 */
public sealed interface SchemaObject
        permits Namespace,
                Extension,
                EnumType,
                Domain,
                CompositeType,
                Sequence,
                Relation,
                Routine,
                Synonym,
                OpaqueObject {
    /** Returns what tells it from every other object. */
    ObjectId id();

    /** Returns its comment, owner and grants. */
    Details details();

    /** Returns the same object with other details. */
    SchemaObject withDetails(Details newDetails);

    /** Returns the same object under another name. */
    SchemaObject withName(QualifiedName newName);

    /**
     * Returns what it names: types, tables, routines, the schema it lives in; also its own columns
     * where its expressions use them. Built-in types are among them, since only a {@link Schema}
     * can tell them from its own.
     */
    Set<Reference> references();

    /**
     * Returns what it uses only when it runs, beside {@link #references()}: a routine can be made
     * before what its body uses, and stays when that goes.
     */
    default Set<Reference> referencesOfBody() {
        return Set.of();
    }

    /** Calls the method for this kind of object. */
    <R> R accept(SchemaObjectVisitor<R> visitor);
}
