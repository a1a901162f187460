package dev.limbeck.schema;

/** What happens to referring rows. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** Returns the action as SQL writes it, {@code SET NULL}. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
