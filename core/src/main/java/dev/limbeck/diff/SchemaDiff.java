package dev.limbeck.diff;

import dev.limbeck.schema.Schema;

/** Finds the changes that lead from one schema to another. Pure functions. */
public final class SchemaDiff {
    private SchemaDiff() {}

    /**
     * Returns the changes that make the desired schema out of the actual one, in an order in which
     * they can run.
     *
     * @param actual what is there, in normal form
     * @param desired what shall be there, in normal form, with what it says about former names
     */
    public static ChangeSet between(Schema actual, Schema desired, DiffOptions options) {
        throw new UnsupportedOperationException("not built yet");
    }
}
