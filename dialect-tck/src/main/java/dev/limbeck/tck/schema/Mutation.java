package dev.limbeck.tck.schema;

import dev.limbeck.diff.SchemaChange;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One way to take a random step.
 *
 * @param features what the database must have for it
 * @param changes draws the changes; none where there is nothing to change
 */
record Mutation(Set<Feature> features, Supplier<List<SchemaChange>> changes) {
    static Mutation of(Supplier<List<SchemaChange>> changes, Feature... features) {
        return new Mutation(Set.of(features), changes);
    }
}
