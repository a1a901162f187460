package dev.limbeck.postgres.ddl.table;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Unique;

/** The settings of the indexes behind constraints. */
final class KeyIndexes {
    private KeyIndexes() {}

    static Options options(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.key().options();
        }
        if (constraint instanceof Unique unique) {
            return unique.key().options();
        }
        return constraint instanceof Exclusion exclusion ? exclusion.options() : Options.none();
    }

    static Constraint with(Constraint constraint, Options options) {
        if (constraint instanceof PrimaryKey key) {
            return key.withKey(key.key().withOptions(options));
        }
        if (constraint instanceof Unique unique) {
            return unique.withKey(unique.key().withOptions(options));
        }
        if (constraint instanceof Exclusion exclusion) {
            return new Exclusion(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements(),
                    exclusion.include(),
                    exclusion.where(),
                    options,
                    exclusion.state(),
                    exclusion.comment());
        }
        return constraint;
    }
}
