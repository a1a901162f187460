package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type, canonical; the pseudo types that make a sequence on the side ({@code
 *     serial}) never stand here, what they stand for does
 * @param notNull that it holds no nulls; present too where a primary key or an identity implies it
 * @param defaultValue what it holds where an insert says nothing; {@code DEFAULT NULL} is absent
 * @param identity that the server numbers it
 * @param generated that it is computed from other columns
 * @param collation its collation, where it isn't its type's default; built-in ones without schema
 * @param comment its comment
 * @param options what else a vendor says
 */
public record Column(
        String name,
        ColumnType type,
        Optional<NotNull> notNull,
        Optional<Expression> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<QualifiedName> collation,
        Optional<String> comment,
        Options options) {
    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** Returns a column that may hold nulls and has nothing but a type. */
    public static Column of(String name, ColumnType type) {
        return new Column(
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Options.none());
    }

    /** Returns whether it may hold nulls. */
    public boolean nullable() {
        return notNull.isEmpty();
    }

    public Column withName(String newName) {
        return new Column(
                newName,
                type,
                notNull,
                defaultValue,
                identity,
                generated,
                collation,
                comment,
                options);
    }

    public Column withType(ColumnType newType) {
        return new Column(
                name,
                newType,
                notNull,
                defaultValue,
                identity,
                generated,
                collation,
                comment,
                options);
    }

    public Column withNotNull(Optional<NotNull> newNotNull) {
        return new Column(
                name,
                type,
                newNotNull,
                defaultValue,
                identity,
                generated,
                collation,
                comment,
                options);
    }

    public Column withDefault(Optional<Expression> newDefault) {
        return new Column(
                name, type, notNull, newDefault, identity, generated, collation, comment, options);
    }

    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(
                name,
                type,
                notNull,
                defaultValue,
                newIdentity,
                generated,
                collation,
                comment,
                options);
    }

    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(
                name,
                type,
                notNull,
                defaultValue,
                identity,
                newGenerated,
                collation,
                comment,
                options);
    }

    public Column withCollation(Optional<QualifiedName> newCollation) {
        return new Column(
                name,
                type,
                notNull,
                defaultValue,
                identity,
                generated,
                newCollation,
                comment,
                options);
    }

    public Column withComment(Optional<String> newComment) {
        return new Column(
                name,
                type,
                notNull,
                defaultValue,
                identity,
                generated,
                collation,
                newComment,
                options);
    }

    public Column withOptions(Options newOptions) {
        return new Column(
                name,
                type,
                notNull,
                defaultValue,
                identity,
                generated,
                collation,
                comment,
                newOptions);
    }

    /** Returns what it refers to: its type, its collation, and what its expressions use. */
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        found.add(type.reference());
        collation.ifPresent(named -> found.add(Reference.toAny(named)));
        defaultValue.ifPresent(expression -> found.addAll(expression.references()));
        generated.ifPresent(computed -> found.addAll(computed.expression().references()));
        return found;
    }
}
