package dev.limbeck.schema;

import java.util.Comparator;

/**
 * A named part of an object.
 *
 * @param owner the object it belongs to
 * @param kind what it is
 * @param name its name there
 */
public record PartId(ObjectId owner, PartKind kind, String name) implements Comparable<PartId> {
    private static final Comparator<PartId> ORDER =
            Comparator.comparing(PartId::owner)
                    .thenComparing(PartId::kind)
                    .thenComparing(PartId::name);

    /** Returns a column of a table. */
    public static PartId column(QualifiedName table, String name) {
        return new PartId(ObjectId.table(table), PartKind.COLUMN, name);
    }

    @Override
    public int compareTo(PartId other) {
        return ORDER.compare(this, other);
    }

    /** Returns the part for messages: {@code column email of table account}. */
    @Override
    public String toString() {
        return kind.label() + " " + name + " of " + owner;
    }
}
