package dev.limbeck.tck.schema;

import dev.limbeck.schema.ColumnType;
import java.util.List;

/**
 * A type that columns can have.
 *
 * @param type the type in normal form
 * @param literals texts of values, as defaults and predicates write them in normal form
 * @param family types of one family can be changed into each other whatever the data
 */
public record TypeSample(ColumnType type, List<String> literals, Family family) {
    /** What can be done with values of a type. */
    public enum Family {
        NUMBER,
        TEXT,
        OTHER
    }

    public TypeSample {
        literals = List.copyOf(literals);
    }

    public static TypeSample of(ColumnType type, Family family, String... literals) {
        return new TypeSample(type, List.of(literals), family);
    }
}
