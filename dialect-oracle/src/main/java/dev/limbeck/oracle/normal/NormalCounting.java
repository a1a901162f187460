package dev.limbeck.oracle.normal;

import dev.limbeck.schema.Options;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Optional;

/** How sequences and identity columns count, without what they would do anyway. */
final class NormalCounting {
    private static final BigInteger CACHE = BigInteger.valueOf(20);
    private static final BigInteger MOST = BigInteger.TEN.pow(28).subtract(BigInteger.ONE);
    private static final BigInteger LEAST =
            BigInteger.TEN.pow(27).subtract(BigInteger.ONE).negate();

    private NormalCounting() {}

    /** The catalog tells how far a sequence has come, not where it began. */
    static SequenceOptions of(SequenceOptions said) {
        boolean up = said.increment().orElse(BigInteger.ONE).signum() >= 0;
        BigInteger first = up ? BigInteger.ONE : BigInteger.ONE.negate();
        BigInteger minimum = up ? BigInteger.ONE : LEAST;
        BigInteger maximum = up ? MOST : BigInteger.ONE.negate();
        Optional<BigInteger> start =
                unless(
                        said.start(),
                        up ? said.minimum().orElse(first) : said.maximum().orElse(first));
        Options options = said.options().without("session").with(SequenceOptions.START_IS_DATA, "");
        return SequenceOptions.defaults()
                .withStart(start)
                .withIncrement(unless(said.increment(), BigInteger.ONE))
                .withMinimum(unless(said.minimum(), minimum))
                .withMaximum(said.maximum().filter(value -> !isGreatest(value, maximum, up)))
                .withCache(unless(said.cache(), CACHE))
                .withCycle(said.cycle())
                .withOptions(options);
    }

    /** What goes beyond the greatest is cut off. */
    private static boolean isGreatest(BigInteger value, BigInteger maximum, boolean up) {
        return value.equals(maximum) || (up && value.compareTo(MOST) >= 0);
    }

    private static Optional<BigInteger> unless(Optional<BigInteger> value, BigInteger presumed) {
        return value.filter(number -> !number.equals(presumed));
    }
}
