package dev.limbeck.postgres.normal;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Leaves out what a sequence counts by anyway. */
final class NormalCounting {
    private static final BigInteger BIGGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Map<String, BigInteger> GREATEST =
            Map.of(
                    "smallint", BigInteger.valueOf(Short.MAX_VALUE),
                    "integer", BigInteger.valueOf(Integer.MAX_VALUE),
                    "bigint", BIGGEST);

    private NormalCounting() {}

    /**
     * Returns the options without those that are the server's defaults.
     *
     * @param usual the type that need not be said: of a sequence bigint, of an identity the
     *     column's
     */
    static SequenceOptions of(SequenceOptions options, ColumnType usual) {
        ColumnType type = options.type().orElse(usual);
        BigInteger top = GREATEST.getOrDefault(type.name().name(), BIGGEST);
        BigInteger one = BigInteger.ONE;
        boolean upwards = options.increment().orElse(one).signum() > 0;
        BigInteger minimum = upwards ? one : top.negate().subtract(one);
        BigInteger maximum = upwards ? top : one.negate();
        BigInteger start =
                upwards ? options.minimum().orElse(minimum) : options.maximum().orElse(maximum);
        return options.withType(options.type().filter(named -> !named.equals(usual)))
                .withIncrement(unless(options.increment(), one))
                .withMinimum(unless(options.minimum(), minimum))
                .withMaximum(unless(options.maximum(), maximum))
                .withStart(unless(options.start(), start))
                .withCache(unless(options.cache(), one));
    }

    private static Optional<BigInteger> unless(Optional<BigInteger> value, BigInteger usual) {
        return value.filter(number -> !number.equals(usual));
    }
}
