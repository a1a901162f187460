package dev.limbeck.dialect;

import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * Knows what a server leaves behind where it is cut off inside a statement that it works off in
 * several transactions of its own, and how that is put right.
 */
@FunctionalInterface
public interface Remains {
    /** Of a server whose statements are there as a whole or not at all. */
    Remains NONE = (before, live) -> List.of();

    /**
     * Returns the statements that put right what is left, in order; none where nothing is. What
     * they leave is either the schema the statement met, or that on its way to what the statement
     * was to make, without a row lost.
     *
     * @param before the schema that the statement met
     * @param live what the catalog holds
     */
    List<String> mending(Schema before, Schema live);
}
