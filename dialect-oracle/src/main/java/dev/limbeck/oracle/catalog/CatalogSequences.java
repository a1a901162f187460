package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Makes sequences of what the catalog says of them. */
final class CatalogSequences {
    private CatalogSequences() {}

    /** The start that it tells is the next number: a sequence made again goes on from there. */
    static Sequence sequence(QualifiedName name, CatalogRow row) {
        return Sequence.of(name)
                .withCounting(
                        counting(
                                        number(row, "last_number"),
                                        number(row, "increment_by"),
                                        List.of(number(row, "min_value"), number(row, "max_value")),
                                        number(row, "cache_size"))
                                .withCycle(row.is("cycle_flag", "Y"))
                                .withOptions(ordered(row.is("order_flag", "Y"))));
    }

    private static Optional<BigInteger> number(CatalogRow row, String column) {
        return row.find(column).map(BigInteger::new);
    }

    /**
     * Returns how something counts.
     *
     * @param limits the least and the greatest number
     * @param cache how many numbers are taken at once; 0: none
     */
    static SequenceOptions counting(
            Optional<BigInteger> start,
            Optional<BigInteger> increment,
            List<Optional<BigInteger>> limits,
            Optional<BigInteger> cache) {
        return SequenceOptions.defaults()
                .withStart(start)
                .withIncrement(increment)
                .withMinimum(limits.get(0))
                .withMaximum(limits.get(1))
                .withCache(cache.map(size -> size.max(BigInteger.ONE)));
    }

    static Options ordered(boolean ordered) {
        return ordered ? Options.none().with(OracleOptions.ORDERED, "") : Options.none();
    }
}
