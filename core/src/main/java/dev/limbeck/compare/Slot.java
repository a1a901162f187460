package dev.limbeck.compare;

import java.util.Comparator;
import java.util.Optional;

/**
 * The place of a fact in a schema, by which the sides find each other's.
 *
 * @param object the neutral name of the object
 * @param column the neutral name of the column it is about; empty where it is about the object
 * @param kind what it says
 * @param detail what tells it from others of the kind there: the columns of a key
 */
record Slot(String object, String column, FactKind kind, String detail)
        implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::object)
                    .thenComparing(Slot::column)
                    .thenComparing(Slot::kind)
                    .thenComparing(Slot::detail);

    static Slot of(String object, FactKind kind) {
        return new Slot(object, "", kind, "");
    }

    static Slot part(String object, FactKind kind, String detail) {
        return new Slot(object, "", kind, detail);
    }

    static Slot column(String object, String column, FactKind kind) {
        return new Slot(object, column, kind, "");
    }

    /** Returns the thing without which there can be no such fact. */
    Optional<Holder> holder() {
        if (!column.isEmpty() && kind != FactKind.COLUMN) {
            return Optional.of(new Holder(object, column));
        }
        boolean inside = kind.compareTo(FactKind.COLUMN) >= 0 && kind != FactKind.VENDOR_OBJECT;
        return inside ? Optional.of(new Holder(object, "")) : Optional.empty();
    }

    /** Returns the name a person reads. */
    String title() {
        String name = column.isEmpty() ? object : object + "." + column;
        return detail.isEmpty() ? name : name + " " + detail;
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    /**
     * A relation, or a column of one.
     *
     * @param column empty for the relation
     */
    record Holder(String object, String column) {}
}
