package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads MariaDB's sequences. How one counts stands in the sequence itself, which is a table of one
 * row; all of them are asked in one question.
 */
final class CatalogSequences {
    private static final BigInteger LEAST = BigInteger.ONE;
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE - 1);
    private static final BigInteger LEAST_DOWNWARDS = BigInteger.valueOf(Long.MIN_VALUE + 1);
    private static final BigInteger GREATEST_DOWNWARDS = BigInteger.valueOf(-1);
    private static final BigInteger CACHE = BigInteger.valueOf(1000);

    private final CatalogScope scope;

    CatalogSequences(CatalogScope scope) {
        this.scope = scope;
    }

    /** Returns the question for all sequences among some tables; empty where there are none. */
    static Optional<String> question(List<CatalogRow> tables) {
        String text =
                tables.stream()
                        .filter(row -> row.is("table_type", "SEQUENCE"))
                        .map(CatalogSequences::question)
                        .collect(Collectors.joining("\nUNION ALL\n"));
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private static String question(CatalogRow row) {
        String schema = row.text("table_schema");
        String name = row.text("table_name");
        return "SELECT "
                + MySqlLiterals.string(schema)
                + " AS table_schema, "
                + MySqlLiterals.string(name)
                + " AS table_name, start_value, increment, minimum_value, maximum_value,"
                + " cache_size, cycle_option FROM "
                + MySqlIdentifiers.INSTANCE.quote(schema)
                + "."
                + MySqlIdentifiers.INSTANCE.quote(name);
    }

    SchemaObject sequence(CatalogRow row) {
        QualifiedName name = scope.table(row);
        BigInteger increment = number(row, "increment");
        boolean up = increment.signum() >= 0;
        BigInteger minimum = number(row, "minimum_value");
        BigInteger maximum = number(row, "maximum_value");
        return Sequence.of(name)
                .withCounting(
                        SequenceOptions.defaults()
                                .withIncrement(unless(increment, BigInteger.ONE))
                                .withMinimum(unless(minimum, up ? LEAST : LEAST_DOWNWARDS))
                                .withMaximum(unless(maximum, up ? GREATEST : GREATEST_DOWNWARDS))
                                .withStart(
                                        unless(number(row, "start_value"), up ? minimum : maximum))
                                .withCache(unless(number(row, "cache_size"), CACHE))
                                .withCycle(row.is("cycle_option", "1")));
    }

    private static BigInteger number(CatalogRow row, String column) {
        return new BigInteger(row.text(column));
    }

    private static Optional<BigInteger> unless(BigInteger value, BigInteger presumed) {
        return Optional.of(value).filter(number -> !number.equals(presumed));
    }
}
