package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table's primary key; its columns have a {@link NotNull} each.
 *
 * @param name its name
 * @param key its columns
 * @param state how far it is enforced
 * @param comment its comment
 */
public record PrimaryKey(PartName name, Key key, ConstraintState state, Optional<String> comment)
        implements Constraint {
    /** Returns an enforced one on these columns. */
    public static PrimaryKey of(PartName name, String... columns) {
        return new PrimaryKey(
                name, Key.of(List.of(columns)), ConstraintState.normal(), Optional.empty());
    }

    @Override
    public PrimaryKey withName(PartName newName) {
        return new PrimaryKey(newName, key, state, comment);
    }

    public PrimaryKey withKey(Key newKey) {
        return new PrimaryKey(name, newKey, state, comment);
    }

    @Override
    public PrimaryKey withState(ConstraintState newState) {
        return new PrimaryKey(name, key, newState, comment);
    }

    @Override
    public PrimaryKey withComment(Optional<String> newComment) {
        return new PrimaryKey(name, key, state, newComment);
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
        return "primary key";
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.primaryKey(this);
    }
}
