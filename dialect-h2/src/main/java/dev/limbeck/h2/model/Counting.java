package dev.limbeck.h2.model;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** How H2 counts where nothing is said. */
public final class Counting {
    private static final BigInteger LARGEST_CACHE = BigInteger.valueOf(32);
    private static final ColumnType USUAL = ColumnType.of("bigint");

    /** The bits behind the sign of the whole number types, and of the floating ones' fractions. */
    private static final Map<String, Integer> BITS =
            Map.of(
                    "tinyint", 7,
                    "smallint", 15,
                    "integer", 31,
                    "bigint", 63,
                    "real", 24,
                    "double precision", 53);

    private final ColumnType type;

    /**
     * @param type the type of the values; of an identity column its own
     */
    public Counting(ColumnType type) {
        this.type = type;
    }

    /** Returns how a sequence of some options counts. */
    public static Counting of(SequenceOptions options) {
        return new Counting(typeOf(options));
    }

    /** Returns whether values grow. */
    public static boolean isUp(SequenceOptions options) {
        return options.increment().orElse(BigInteger.ONE).signum() > 0;
    }

    /** Returns the type of a sequence's values. */
    public static ColumnType typeOf(SequenceOptions options) {
        return options.type().orElse(USUAL);
    }

    /** Returns the greatest value of the type, or the greatest in size for negative ones. */
    private BigInteger greatest() {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        Integer bits = BITS.get(type.name().name());
        if (bits != null) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            boolean whole = !type.name().name().equals("real") && bits != 53;
            return whole ? power.subtract(BigInteger.ONE) : power;
        }
        if (type.arguments().isEmpty()) {
            return most;
        }
        BigInteger power = BigInteger.TEN.pow(Integer.parseInt(type.arguments().get(0)));
        boolean exact = type.name().name().equals("numeric");
        return most.min(exact ? power.subtract(BigInteger.ONE) : power);
    }

    private BigInteger least() {
        Integer bits = BITS.get(type.name().name());
        boolean whole = bits != null && bits != 24 && bits != 53;
        BigInteger negative = greatest().negate();
        return whole
                ? negative.subtract(BigInteger.ONE)
                : negative.max(BigInteger.valueOf(Long.MIN_VALUE));
    }

    /**
     * Returns the options without those that hold anyway. For a range of more than a long, H2
     * counts a negative cache: that is its own doing.
     */
    public SequenceOptions canonical(SequenceOptions options) {
        BigInteger increment = options.increment().orElse(BigInteger.ONE);
        boolean up = increment.signum() > 0;
        BigInteger minimum = options.minimum().orElse(minimum(up));
        BigInteger maximum = options.maximum().orElse(maximum(up));
        BigInteger cache = cache(minimum, maximum, increment);
        return options.withType(options.type().filter(named -> !named.equals(USUAL)))
                .withIncrement(unless(options.increment(), BigInteger.ONE))
                .withMinimum(unless(options.minimum(), minimum(up)))
                .withMaximum(unless(options.maximum(), maximum(up)))
                .withStart(unless(options.start(), up ? minimum : maximum))
                .withCache(unless(options.cache().filter(size -> size.signum() > 0), cache));
    }

    /**
     * Returns options as they are once the type changes: the limits stay what they were, said or
     * not.
     */
    public SequenceOptions kept(SequenceOptions options, Counting next) {
        boolean up = options.increment().orElse(BigInteger.ONE).signum() > 0;
        BigInteger minimum = options.minimum().orElse(minimum(up));
        BigInteger maximum = options.maximum().orElse(maximum(up));
        return next.canonical(
                options.withMinimum(Optional.of(minimum)).withMaximum(Optional.of(maximum)));
    }

    /** Returns how many values are taken at once where nothing is said of it. */
    public BigInteger usualCache(SequenceOptions options) {
        BigInteger increment = options.increment().orElse(BigInteger.ONE);
        boolean up = increment.signum() > 0;
        return cache(
                options.minimum().orElse(minimum(up)),
                options.maximum().orElse(maximum(up)),
                increment);
    }

    /** Returns the least value of a sequence that says none. */
    public BigInteger minimum(boolean up) {
        return up ? BigInteger.ONE : least();
    }

    /** Returns the greatest value of a sequence that says none. */
    public BigInteger maximum(boolean up) {
        return up ? greatest() : BigInteger.ONE.negate();
    }

    private static BigInteger cache(BigInteger minimum, BigInteger maximum, BigInteger increment) {
        BigInteger steps = maximum.subtract(minimum).divide(increment.abs());
        return LARGEST_CACHE.min(steps.add(BigInteger.ONE)).max(BigInteger.ONE);
    }

    private static Optional<BigInteger> unless(Optional<BigInteger> value, BigInteger usual) {
        return value.filter(number -> !number.equals(usual));
    }
}
