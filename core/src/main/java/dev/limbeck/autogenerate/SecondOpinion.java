package dev.limbeck.autogenerate;

import dev.limbeck.schema.Schema;

/**
 * Takes a second look at what is still spelled differently once both sides are in normal form: a
 * server can be asked for its spelling, a prover for equivalence.
 *
 * <p>A false difference is a nuisance, a false equality a fault: what it isn't sure of stays apart.
 */
@FunctionalInterface
public interface SecondOpinion {
    /** Leaves everything as it is. */
    SecondOpinion NONE = (actual, desired) -> desired;

    /**
     * Returns the desired schema, spelled as the actual one wherever both mean the same.
     *
     * @param actual in normal form
     * @param desired in normal form
     */
    Schema reconsider(Schema actual, Schema desired);
}
