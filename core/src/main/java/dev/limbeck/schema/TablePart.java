package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a relation that has a name of its own: a constraint, an index, a trigger, a policy, or
 * something attached that is not modelled. Columns and the comments and grants on the relation are
 * kept apart from these.
 */
public sealed interface TablePart permits Constraint, Index, Trigger, Policy, Attachment {
    /** Returns what kind of part it is. */
    PartKind kind();

    /** Returns its name. */
    PartName name();

    /** Returns the same part under another name. */
    TablePart withName(PartName newName);

    /** Returns its comment. */
    Optional<String> comment();

    /** Returns the same part with another comment. */
    TablePart withComment(Optional<String> newComment);

    /**
     * Returns the columns of its own relation that it is known to use, in its columns and in its
     * expressions.
     *
     * @param owner the relation it belongs to
     */
    Set<String> columns(QualifiedName owner);

    /**
     * Returns what its text and its names refer to: other objects, and where its expressions use
     * columns of its own relation, those columns by the relation's name.
     */
    Set<Reference> references();

    /**
     * Returns the columns that this part holds apart for every row, so that a foreign key may refer
     * to them; empty for what is no such key.
     */
    default Optional<List<String>> uniqueColumns() {
        return Optional.empty();
    }

    /** Calls the method for this kind of part. */
    <R> R accept(TablePartVisitor<R> visitor);

    /** Returns whether the other is the same but for name and comment. */
    default boolean sameDefinition(TablePart other) {
        return withName(PartName.unknown())
                .withComment(Optional.empty())
                .equals(other.withName(PartName.unknown()).withComment(Optional.empty()));
    }
}
