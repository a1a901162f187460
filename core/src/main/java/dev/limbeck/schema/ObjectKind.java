package dev.limbeck.schema;

/**
 * The kinds of object a schema holds, in an order in which most can be made.
 *
 * <p>Parts of a relation (columns, constraints, indexes, triggers) are not objects of their own:
 * see {@link PartKind}.
 */
public enum ObjectKind {
    NAMESPACE("schema", "Schema"),
    EXTENSION("extension", "Extension"),
    ENUM_TYPE("enum", "Enum"),
    DOMAIN("domain", "Domain"),
    COMPOSITE_TYPE("composite type", "CompositeType"),
    SEQUENCE("sequence", "Sequence"),
    TABLE("table", "Table"),
    VIEW("view", "View"),
    MATERIALIZED_VIEW("materialized view", "MaterializedView"),
    ROUTINE("routine", "Routine"),
    SYNONYM("synonym", "Synonym"),
    OPAQUE("object", "Object");

    private final String label;
    private final String noun;

    ObjectKind(String label, String noun) {
        this.label = label;
        this.noun = noun;
    }

    /** Returns the kind as messages say it: {@code materialized view}. */
    public String label() {
        return label;
    }

    /** Returns the kind as the second half of a change's name: {@code MaterializedView}. */
    public String noun() {
        return noun;
    }

    /** Returns whether rows can be selected from it. */
    public boolean isRelation() {
        return this == TABLE || this == VIEW || this == MATERIALIZED_VIEW;
    }
}
