package dev.limbeck.schema;

/**
 * The name of an object: the schema it lives in and its own name, both folded, neither quoted.
 *
 * @param schema the schema's name; empty: the connection's default schema, whatever it is called
 *     there, so that the same files serve databases whose default schemas differ in name. Whoever
 *     reads a name that states the default schema makes it empty.
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    public QualifiedName {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an object needs a name");
        }
    }

    /** Returns a name in the default schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName("", name);
    }

    /** Returns a name in a schema; the default one is the empty string. */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** Returns another name in the same schema. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(schema, otherName);
    }

    /** Returns whether the object lives in the connection's default schema. */
    public boolean inDefaultSchema() {
        return schema.isEmpty();
    }

    @Override
    public int compareTo(QualifiedName other) {
        // Schemas are kept in the order of names: this runs millions of times.
        int order = schema.compareTo(other.schema);
        return order != 0 ? order : name.compareTo(other.name);
    }

    /** Returns the name for messages, unquoted: {@code audit.log}, or {@code log} by default. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
