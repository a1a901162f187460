package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a constraint, an index or another part of a relation: written by somebody, or made by
 * the server.
 *
 * <p>Two names are equal when they are the same word, whoever made it; except that names nobody can
 * foretell ({@link Origin#ARBITRARY}) are all equal to each other and to no other.
 *
 * @param value the name, folded; empty only for an arbitrary name that is not known
 * @param origin where it comes from
 */
public record PartName(String value, Origin origin) {
    /** Where a name comes from. */
    public enum Origin {
        /** It stands in the definition. */
        WRITTEN,
        /** The server made it by its rule, which the dialect knows. */
        DERIVED,
        /** The server made it in a way that can't be foretold. */
        ARBITRARY
    }

    private static final PartName UNKNOWN = new PartName("", Origin.ARBITRARY);

    public PartName {
        if (value.isEmpty() && origin != Origin.ARBITRARY) {
            throw new IllegalArgumentException("a name is missing");
        }
    }

    /** Returns a name as written. */
    public static PartName of(String name) {
        return new PartName(name, Origin.WRITTEN);
    }

    /** Returns a name the server makes by rule where none is written. */
    public static PartName derived(String name) {
        return new PartName(name, Origin.DERIVED);
    }

    /** Returns the name a server happened to give. */
    public static PartName arbitrary(String name) {
        return new PartName(name, Origin.ARBITRARY);
    }

    /** Returns the name of what has none, on a server whose names can't be foretold. */
    public static PartName unknown() {
        return UNKNOWN;
    }

    /** Returns whether the server made it. */
    public boolean isMade() {
        return origin != Origin.WRITTEN;
    }

    /** Returns the name as far as it is compared: empty for an arbitrary one. */
    public String canonical() {
        return origin == Origin.ARBITRARY ? "" : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartName that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    /** Returns the name for messages. */
    @Override
    public String toString() {
        return value.isEmpty() ? "(unnamed)" : value;
    }
}
