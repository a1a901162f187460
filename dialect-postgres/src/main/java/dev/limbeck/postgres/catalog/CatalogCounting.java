package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Optional;

/** How sequences count: what the server's defaults give is left out. */
final class CatalogCounting {
    private CatalogCounting() {}

    /**
     * Returns how a sequence counts.
     *
     * @param implied the type it has where none is written
     */
    static SequenceOptions of(CatalogRow row, ColumnType implied) {
        ColumnType type = PostgresTypes.parse(row.text("sequence_type"));
        return counting(row, type)
                .withType(type.equals(implied) ? Optional.empty() : Optional.of(type));
    }

    /**
     * Returns how the sequence of an identity counts. Its type is the column's; where it was copied
     * from another table it may be another one, with the bounds that the column's has.
     */
    static SequenceOptions ofIdentity(CatalogRow row, ColumnType column) {
        return counting(row, column);
    }

    private static SequenceOptions counting(CatalogRow row, ColumnType type) {
        BigInteger greatest = greatest(type);
        boolean up = value(row, "increment").signum() > 0;
        BigInteger minimum = up ? BigInteger.ONE : greatest.negate().subtract(BigInteger.ONE);
        BigInteger maximum = up ? greatest : BigInteger.ONE.negate();
        BigInteger start = value(row, up ? "minimum" : "maximum");
        return new SequenceOptions(
                Optional.empty(),
                unlessUsual(row, "start", start),
                unlessUsual(row, "increment", BigInteger.ONE),
                unlessUsual(row, "minimum", minimum),
                unlessUsual(row, "maximum", maximum),
                unlessUsual(row, "cache", BigInteger.ONE),
                row.is("cycle"),
                Options.none());
    }

    private static BigInteger greatest(ColumnType type) {
        int bits =
                switch (type.name().name()) {
                    case "smallint" -> Short.SIZE;
                    case "integer" -> Integer.SIZE;
                    default -> Long.SIZE;
                };
        return BigInteger.TWO.pow(bits - 1).subtract(BigInteger.ONE);
    }

    private static BigInteger value(CatalogRow row, String column) {
        return BigInteger.valueOf(row.number(column));
    }

    private static Optional<BigInteger> unlessUsual(
            CatalogRow row, String column, BigInteger usual) {
        return Optional.of(value(row, column)).filter(value -> !value.equals(usual));
    }
}
