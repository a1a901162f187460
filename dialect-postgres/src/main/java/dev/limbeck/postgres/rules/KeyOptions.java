package dev.limbeck.postgres.rules;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Unique;
import java.util.Optional;

/** The settings of the index behind a constraint. */
public final class KeyOptions {
    private KeyOptions() {}

    /** Returns the settings; empty for a constraint without an index. */
    public static Optional<Options> of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Optional.of(key.key().options());
        }
        if (constraint instanceof Unique unique) {
            return Optional.of(unique.key().options());
        }
        return constraint instanceof Exclusion exclusion
                ? Optional.of(exclusion.options())
                : Optional.empty();
    }

    private static Constraint with(Constraint constraint, Options options) {
        if (constraint instanceof PrimaryKey key) {
            return key.withKey(key.key().withOptions(options));
        }
        if (constraint instanceof Unique unique) {
            return new Unique(
                    unique.name(),
                    unique.key().withOptions(options),
                    unique.state(),
                    unique.comment());
        }
        return constraint instanceof Exclusion exclusion
                ? new Exclusion(
                        exclusion.name(),
                        exclusion.method(),
                        exclusion.elements(),
                        exclusion.include(),
                        exclusion.where(),
                        options,
                        exclusion.state(),
                        exclusion.comment())
                : constraint;
    }

    /** Returns whether two constraints differ in nothing but these settings. */
    public static boolean differOnlyThere(Constraint before, Constraint after) {
        return of(after).filter(options -> with(before, options).sameDefinition(after)).isPresent();
    }
}
