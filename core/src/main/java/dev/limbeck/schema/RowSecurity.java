package dev.limbeck.schema;

/**
 * Whether a table's policies hold.
 *
 * @param enabled whether they hold for ordinary users
 * @param forced whether they hold for the owner too
 */
public record RowSecurity(boolean enabled, boolean forced) {
    private static final RowSecurity OFF = new RowSecurity(false, false);

    /** Returns the state of a table of which nothing is said. */
    public static RowSecurity off() {
        return OFF;
    }
}
