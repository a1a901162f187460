package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.schema.Schema;
import dev.limbeck.tck.schema.SchemaGenerator;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The proving loop: a schema is built, changed into another and changed back, on a live server.
 * What the server then holds must be what was wanted, each time; built at once, the other schema
 * must be the same; and nothing may be left to change.
 */
public abstract class DiffContract {
    private static final int STEPS = 40;
    private static final int CHANGES = 30;

    /** One pair in so many has nothing in common. */
    private static final int STRANGERS = 7;

    private @Nullable SchemaWorkshop bench;
    private @Nullable SchemaWorkshop direct;

    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    private record Pair(Schema first, Schema second) {}

    private GeneratedSchemas schemas() {
        return subject().generatedSchemas().orElseThrow();
    }

    @BeforeEach
    void assumeSchemas() {
        Assumptions.assumeTrue(
                subject().generatedSchemas().isPresent(), "the dialect compares no schemas");
    }

    @AfterEach
    void close() throws SQLException {
        closeAll();
    }

    private void closeAll() throws SQLException {
        if (bench != null) {
            bench.close();
            bench = null;
        }
        if (direct != null) {
            direct.close();
            direct = null;
        }
    }

    @TestFactory
    Stream<DynamicTest> changesLeadToTheOtherSchemaAndBack() {
        return LongStream.range(0, subject().pairs())
                .mapToObj(seed -> dynamicTest("pair " + seed, () -> prove(seed)));
    }

    /** Databases are used again, emptied by the changes that lead to nothing, until one fails. */
    private void prove(long seed) throws SQLException {
        boolean proved = false;
        try {
            SchemaWorkshop here = bench == null ? workshop() : bench;
            bench = here;
            SchemaWorkshop there = direct == null ? workshop() : direct;
            direct = there;
            prove(pair(seed, here), here, there);
            proved = true;
        } finally {
            if (!proved) {
                closeAll();
            }
        }
    }

    private SchemaWorkshop workshop() throws SQLException {
        return new SchemaWorkshop(subject(), schemas());
    }

    private static void prove(Pair pair, SchemaWorkshop bench, SchemaWorkshop direct)
            throws SQLException {
        List<String> made = bench.become(pair.first);
        Schema start = bench.read();
        SchemaWorkshop.requireEqual(start, pair.first, "after\n" + String.join(";\n", made));

        ChangeSet there = bench.diff(start, pair.second);
        List<String> up = bench.sql(start, there.changes());
        List<String> down = bench.sql(pair.second, there.undo());
        bench.run(up);
        Schema end = bench.read();
        SchemaWorkshop.requireEqual(end, pair.second, "after\n" + String.join(";\n", up));
        direct.become(pair.second);
        SchemaWorkshop.requireEqual(direct.read(), end, "built at once");
        assertThat(bench.diff(end, pair.second).changes()).isEmpty();

        bench.run(down);
        SchemaWorkshop.requireEqual(bench.read(), start, "after\n" + String.join(";\n", down));
        bench.become(Schema.empty());
        direct.become(Schema.empty());
        SchemaWorkshop.requireEqual(bench.read(), Schema.empty(), "emptied");
    }

    /** Draws until both are schemas that the database can hold. */
    private Pair pair(long seed, SchemaWorkshop workshop) {
        GeneratedSchemas schemas = schemas();
        Random random = new Random(seed);
        SchemaGenerator generator =
                new SchemaGenerator(random, schemas.vocabulary(), schemas.rules());
        while (true) {
            Schema first = generator.schema(10 + random.nextInt(STEPS));
            Schema second =
                    seed % STRANGERS == 0
                            ? generator.schema(random.nextInt(STEPS))
                            : generator.mutated(first, 1 + random.nextInt(CHANGES));
            if (schemas.possible().test(first) && schemas.possible().test(second)) {
                return new Pair(
                        workshop.normal(schemas.named().apply(first)),
                        workshop.normal(schemas.named().apply(second)));
            }
        }
    }
}
