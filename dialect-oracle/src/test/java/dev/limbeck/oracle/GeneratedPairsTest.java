package dev.limbeck.oracle;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.oracle.dictionary.DictionaryLoop;
import dev.limbeck.schema.Schema;
import dev.limbeck.tck.schema.SchemaGenerator;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs of made up schemas: the way from one to the other and back, read without a server, every
 * statement taken by another grammar; and the second one once around through the dictionary.
 */
class GeneratedPairsTest {
    private static final int PAIRS = Integer.getInteger("limbeck.pairs", 50);
    private static final int STEPS = 12;

    private final OfflineProof proof = new OfflineProof();

    @TestFactory
    Stream<DynamicTest> oneBecomesTheOther() {
        return IntStream.rangeClosed(1, PAIRS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> prove(seed)));
    }

    private void prove(int seed) throws SQLException {
        SchemaGenerator generator =
                new SchemaGenerator(
                        new Random(seed), MadeUpSchemas.SCHEMAS.vocabulary(), MadeUpSchemas.RULES);
        Schema start = generator.schema(STEPS);
        Schema from = made(start);
        Schema to = made(generator.mutated(start, STEPS));
        Assumptions.assumeTrue(
                MadeUpSchemas.SCHEMAS.possible().test(from)
                        && MadeUpSchemas.SCHEMAS.possible().test(to),
                "Oracle can't hold one of them");
        ChangeSet changes = SchemaDiff.between(from, to, proof.support().diffOptions());
        List<RenderedStatement> up = proof.support().renderer().render(from, changes.changes());
        List<RenderedStatement> down = proof.support().renderer().render(to, changes.undo());
        Schema reached = proof.follow(from, up, "up", to);
        proof.follow(reached, down, "down", from);
        new DictionaryLoop(proof.support()).prove(to);
    }

    private Schema made(Schema schema) {
        return proof.normal(MadeUpSchemas.SCHEMAS.named().apply(schema));
    }
}
