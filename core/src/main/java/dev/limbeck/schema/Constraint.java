package dev.limbeck.schema;

import java.util.Optional;

/** A rule that the rows of a table obey; a column's {@code NOT NULL} is a {@link NotNull}. */
public sealed interface Constraint extends TablePart
        permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {
    @Override
    default PartKind kind() {
        return PartKind.CONSTRAINT;
    }

    @Override
    Constraint withName(PartName newName);

    @Override
    Constraint withComment(Optional<String> newComment);

    /** Returns how far it is enforced. */
    ConstraintState state();

    /** Returns the same constraint, enforced otherwise. */
    Constraint withState(ConstraintState newState);

    /** Returns what a message calls it: {@code foreign key}. */
    String label();
}
