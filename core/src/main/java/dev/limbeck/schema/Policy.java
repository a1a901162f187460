package dev.limbeck.schema;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A row security policy of a table.
 *
 * @param name its name
 * @param permissive whether it allows rows; false: it restricts what others allow
 * @param command the command it concerns in upper case; {@code ALL} for all
 * @param roles the roles it concerns, folded; {@link Grant#PUBLIC} for everybody
 * @param using which rows are seen
 * @param withCheck which rows may be written
 * @param comment its comment
 */
public record Policy(
        PartName name,
        boolean permissive,
        String command,
        SortedSet<String> roles,
        Optional<Expression> using,
        Optional<Expression> withCheck,
        Optional<String> comment)
        implements TablePart {
    public Policy {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    @Override
    public PartKind kind() {
        return PartKind.POLICY;
    }

    @Override
    public Policy withName(PartName newName) {
        return new Policy(newName, permissive, command, roles, using, withCheck, comment);
    }

    public Policy withExpressions(
            Optional<Expression> newUsing, Optional<Expression> newWithCheck) {
        return new Policy(name, permissive, command, roles, newUsing, newWithCheck, comment);
    }

    public Policy withRoles(SortedSet<String> newRoles) {
        return new Policy(name, permissive, command, newRoles, using, withCheck, comment);
    }

    @Override
    public Policy withComment(Optional<String> newComment) {
        return new Policy(name, permissive, command, roles, using, withCheck, newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        return Reference.columnsOf(owner, references());
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        using.ifPresent(predicate -> found.addAll(predicate.references()));
        withCheck.ifPresent(predicate -> found.addAll(predicate.references()));
        return found;
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.policy(this);
    }
}
