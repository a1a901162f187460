package dev.limbeck.schema;

/**
 * A column that the server numbers.
 *
 * @param generation when it does
 * @param sequence how it counts; the counter's present value is data and not kept
 */
public record Identity(Generation generation, SequenceOptions sequence) {
    /** When the server gives a number. */
    public enum Generation {
        /** Always; a value in an insert is refused. */
        ALWAYS,
        /** Where an insert names no value. */
        BY_DEFAULT,
        /** Where an insert names no value or null. */
        BY_DEFAULT_ON_NULL
    }

    /** Returns an identity that counts as the server does by default. */
    public static Identity of(Generation generation) {
        return new Identity(generation, SequenceOptions.defaults());
    }

    public Identity withGeneration(Generation newGeneration) {
        return new Identity(newGeneration, sequence);
    }

    public Identity withSequence(SequenceOptions newSequence) {
        return new Identity(generation, newSequence);
    }
}
