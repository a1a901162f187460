package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A unique constraint. A vendor that knows only unique indexes has an {@link Index} instead.
 *
 * @param name its name
 * @param key its columns
 * @param state how far it is enforced
 * @param comment its comment
 */
public record Unique(PartName name, Key key, ConstraintState state, Optional<String> comment)
        implements Constraint {
    /** Returns an enforced one on these columns. */
    public static Unique of(PartName name, String... columns) {
        return new Unique(
                name, Key.of(List.of(columns)), ConstraintState.normal(), Optional.empty());
    }

    @Override
    public Unique withName(PartName newName) {
        return new Unique(newName, key, state, comment);
    }

    public Unique withKey(Key newKey) {
        return new Unique(name, newKey, state, comment);
    }

    @Override
    public Unique withState(ConstraintState newState) {
        return new Unique(name, key, newState, comment);
    }

    @Override
    public Unique withComment(Optional<String> newComment) {
        return new Unique(name, key, state, newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        Set<String> all = new TreeSet<>(key.columns());
        all.addAll(key.include());
        return all;
    }

    @Override
    public Optional<List<String>> uniqueColumns() {
        return Optional.of(key.columns());
    }

    @Override
    public Set<Reference> references() {
        return Set.of();
    }

    @Override
    public String label() {
        return "unique constraint";
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.unique(this);
    }
}
