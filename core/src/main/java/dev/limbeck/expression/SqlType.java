package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;

/**
 * The type of an expression.
 *
 * @param name its canonical name; built-in ones have an empty schema part
 * @param array whether it is an array of the named type
 * @param modifiers what narrows it, canonical: {@code (10,2)}; empty where nothing does
 */
public record SqlType(QualifiedName name, boolean array, String modifiers) {
    /** The type of a string or null that has not got one from its surroundings yet. */
    public static final SqlType UNKNOWN = of("unknown");

    /** The type of an expression whose type can't be told. */
    public static final SqlType UNDETERMINED = of("?");

    /** Returns a built-in type; {@code []} behind the name makes an array of it. */
    public static SqlType of(String name) {
        boolean array = name.endsWith("[]");
        return new SqlType(
                QualifiedName.of(array ? name.substring(0, name.length() - 2) : name), array, "");
    }

    /** Returns a type of the database. */
    public static SqlType of(QualifiedName name) {
        return new SqlType(name, false, "");
    }

    public SqlType withModifiers(String newModifiers) {
        return new SqlType(name, array, newModifiers);
    }

    /** Returns the type without what narrows it. */
    public SqlType bare() {
        return modifiers.isEmpty() ? this : withModifiers("");
    }

    /** Returns the array type of this element type. */
    public SqlType toArray() {
        return new SqlType(name, true, modifiers);
    }

    /** Returns the element type of this array type. */
    public SqlType element() {
        return new SqlType(name, false, modifiers);
    }

    /** Returns whether this is a built-in type of that name, however narrowed. */
    public boolean is(String builtin) {
        return bare().equals(of(builtin));
    }

    /** Returns whether it can be told. */
    public boolean isKnown() {
        return !equals(UNDETERMINED);
    }

    @Override
    public String toString() {
        return name + modifiers + (array ? "[]" : "");
    }
}
