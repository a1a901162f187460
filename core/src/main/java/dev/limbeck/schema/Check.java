package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A check constraint of a table or of a domain.
 *
 * @param name its name
 * @param predicate its predicate, without the outer parentheses
 * @param inherited whether children of the table have it too; true but for {@code NO INHERIT}
 * @param state how far it is enforced
 * @param comment its comment
 */
public record Check(
        PartName name,
        Expression predicate,
        boolean inherited,
        ConstraintState state,
        Optional<String> comment)
        implements Constraint {
    /** Returns an enforced check. */
    public static Check of(PartName name, Expression predicate) {
        return new Check(name, predicate, true, ConstraintState.normal(), Optional.empty());
    }

    @Override
    public Check withName(PartName newName) {
        return new Check(newName, predicate, inherited, state, comment);
    }

    public Check withPredicate(Expression newPredicate) {
        return new Check(name, newPredicate, inherited, state, comment);
    }

    public Check withInherited(boolean newInherited) {
        return new Check(name, predicate, newInherited, state, comment);
    }

    @Override
    public Check withState(ConstraintState newState) {
        return new Check(name, predicate, inherited, newState, comment);
    }

    @Override
    public Check withComment(Optional<String> newComment) {
        return new Check(name, predicate, inherited, state, newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        return Reference.columnsOf(owner, predicate.references());
    }

    @Override
    public Set<Reference> references() {
        return predicate.references();
    }

    @Override
    public String label() {
        return "check constraint";
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.check(this);
    }
}
