package dev.limbeck.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts; in normal form each component that equals the
 * server's default for the type and direction is empty.
 *
 * <p>Where a server only tells how far a sequence has come, not where it began, a normaliser adds
 * the option {@link #START_IS_DATA}: the start then matters when the sequence is made, and is not
 * compared.
 *
 * @param type the type of its values
 * @param start the first value
 * @param increment the step
 * @param minimum the least value
 * @param maximum the greatest value
 * @param cache how many values a session takes at once
 * @param cycle whether it starts over at its end
 * @param options what else a vendor says, for example ordering
 */
public record SequenceOptions(
        Optional<ColumnType> type,
        Optional<BigInteger> start,
        Optional<BigInteger> increment,
        Optional<BigInteger> minimum,
        Optional<BigInteger> maximum,
        Optional<BigInteger> cache,
        boolean cycle,
        Options options) {
    /** The option of a sequence whose start is not compared. */
    public static final String START_IS_DATA = "start_is_data";

    private static final SequenceOptions DEFAULTS =
            new SequenceOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Options.none());

    /** Returns what a server takes where nothing is said. */
    public static SequenceOptions defaults() {
        return DEFAULTS;
    }

    public SequenceOptions withType(Optional<ColumnType> newType) {
        return new SequenceOptions(
                newType, start, increment, minimum, maximum, cache, cycle, options);
    }

    public SequenceOptions withStart(Optional<BigInteger> newStart) {
        return new SequenceOptions(
                type, newStart, increment, minimum, maximum, cache, cycle, options);
    }

    public SequenceOptions withIncrement(Optional<BigInteger> newIncrement) {
        return new SequenceOptions(
                type, start, newIncrement, minimum, maximum, cache, cycle, options);
    }

    public SequenceOptions withMinimum(Optional<BigInteger> newMinimum) {
        return new SequenceOptions(
                type, start, increment, newMinimum, maximum, cache, cycle, options);
    }

    public SequenceOptions withMaximum(Optional<BigInteger> newMaximum) {
        return new SequenceOptions(
                type, start, increment, minimum, newMaximum, cache, cycle, options);
    }

    public SequenceOptions withCache(Optional<BigInteger> newCache) {
        return new SequenceOptions(
                type, start, increment, minimum, maximum, newCache, cycle, options);
    }

    public SequenceOptions withCycle(boolean newCycle) {
        return new SequenceOptions(
                type, start, increment, minimum, maximum, cache, newCycle, options);
    }

    public SequenceOptions withOptions(Options newOptions) {
        return new SequenceOptions(
                type, start, increment, minimum, maximum, cache, cycle, newOptions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SequenceOptions that && compared().equals(that.compared());
    }

    @Override
    public int hashCode() {
        return compared().hashCode();
    }

    private List<Object> compared() {
        Optional<BigInteger> told = options.has(START_IS_DATA) ? Optional.empty() : start;
        return List.of(type, told, increment, minimum, maximum, cache, cycle, options);
    }
}
