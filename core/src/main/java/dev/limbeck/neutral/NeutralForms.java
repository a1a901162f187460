package dev.limbeck.neutral;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Optional;

/** What a database's own types are in neutral terms. */
public interface NeutralForms {
    /**
     * Returns what a built-in type holds; {@link NeutralType#other} for a type that has no neutral
     * one.
     *
     * @param type no array: the caller takes arrays, domains and enumerations of the schema apart
     * @param collation the collation of the column, where it is not its type's default
     */
    NeutralType of(ColumnType type, Optional<QualifiedName> collation);

    /** Returns whether the server makes an index for each foreign key that has none. */
    default boolean indexesForeignKeys() {
        return false;
    }

    /** Returns what types that are called as the standard calls them hold. */
    static NeutralForms standard() {
        return (type, collation) -> StandardTypes.of(type);
    }
}
