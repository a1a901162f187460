package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An index of a table or a materialized view. The index behind a primary key, a unique or an
 * exclusion constraint is part of the constraint and not listed.
 *
 * @param name its name
 * @param unique whether it holds rows apart
 * @param method its access method or kind ({@code gin}, {@code fulltext}, {@code bitmap}); empty:
 *     the server's default
 * @param parts what it indexes, in order
 * @param include columns it only carries, in order
 * @param nullsNotDistinct whether two nulls count as equal in a unique one
 * @param where the rows it holds
 * @param options storage parameters, tablespace, visibility
 * @param valid whether the server may use it; false after a concurrent build that failed
 * @param comment its comment
 */
public record Index(
        PartName name,
        boolean unique,
        Optional<String> method,
        List<IndexPart> parts,
        List<String> include,
        boolean nullsNotDistinct,
        Optional<Expression> where,
        Options options,
        boolean valid,
        Optional<String> comment)
        implements TablePart {
    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an index needs a part: " + name);
        }
    }

    /** Returns an index that is not unique, of the server's default method. */
    public static Index of(PartName name, List<IndexPart> parts) {
        return new Index(
                name,
                false,
                Optional.empty(),
                parts,
                List.of(),
                false,
                Optional.empty(),
                Options.none(),
                true,
                Optional.empty());
    }

    @Override
    public PartKind kind() {
        return PartKind.INDEX;
    }

    @Override
    public Index withName(PartName newName) {
        return new Index(
                newName,
                unique,
                method,
                parts,
                include,
                nullsNotDistinct,
                where,
                options,
                valid,
                comment);
    }

    public Index withUnique(boolean newUnique) {
        return new Index(
                name,
                newUnique,
                method,
                parts,
                include,
                nullsNotDistinct,
                where,
                options,
                valid,
                comment);
    }

    public Index withMethod(Optional<String> newMethod) {
        return new Index(
                name,
                unique,
                newMethod,
                parts,
                include,
                nullsNotDistinct,
                where,
                options,
                valid,
                comment);
    }

    /** Returns an index of the same settings over other parts. */
    public Index withParts(
            List<IndexPart> newParts, List<String> newInclude, Optional<Expression> newWhere) {
        return new Index(
                name,
                unique,
                method,
                newParts,
                newInclude,
                nullsNotDistinct,
                newWhere,
                options,
                valid,
                comment);
    }

    public Index withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Index(
                name,
                unique,
                method,
                parts,
                include,
                newNullsNotDistinct,
                where,
                options,
                valid,
                comment);
    }

    public Index withOptions(Options newOptions) {
        return new Index(
                name,
                unique,
                method,
                parts,
                include,
                nullsNotDistinct,
                where,
                newOptions,
                valid,
                comment);
    }

    public Index withValid(boolean newValid) {
        return new Index(
                name,
                unique,
                method,
                parts,
                include,
                nullsNotDistinct,
                where,
                options,
                newValid,
                comment);
    }

    @Override
    public Index withComment(Optional<String> newComment) {
        return new Index(
                name,
                unique,
                method,
                parts,
                include,
                nullsNotDistinct,
                where,
                options,
                valid,
                newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        Set<String> used = new TreeSet<>(include);
        parts.forEach(part -> used.addAll(part.columns(owner)));
        where.ifPresent(
                predicate -> used.addAll(Reference.columnsOf(owner, predicate.references())));
        return used;
    }

    @Override
    public Optional<List<String>> uniqueColumns() {
        boolean isKey =
                unique
                        && where.isEmpty()
                        && parts.stream().allMatch(part -> part.column().isPresent());
        return isKey
                ? Optional.of(parts.stream().map(part -> part.column().orElseThrow()).toList())
                : Optional.empty();
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        parts.forEach(part -> found.addAll(part.references()));
        where.ifPresent(predicate -> found.addAll(predicate.references()));
        return found;
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.index(this);
    }
}
