package dev.limbeck.schema;

/** The kinds of things that belong to an object and are named inside it. */
public enum PartKind {
    COLUMN("column"),
    CONSTRAINT("constraint"),
    INDEX("index"),
    TRIGGER("trigger"),
    POLICY("policy"),
    /** A thing that is not modelled, attached to a relation; a rule for example. */
    ATTACHMENT("attachment"),
    /** An attribute of a composite type. */
    ATTRIBUTE("attribute"),
    /** A value of an enum type. */
    VALUE("value");

    private final String label;

    PartKind(String label) {
        this.label = label;
    }

    /** Returns the kind as messages say it. */
    public String label() {
        return label;
    }
}
