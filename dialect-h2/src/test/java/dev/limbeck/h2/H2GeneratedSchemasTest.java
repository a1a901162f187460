package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Table;
import dev.limbeck.tck.schema.Feature;
import dev.limbeck.tck.schema.SchemaGenerator;
import dev.limbeck.tck.schema.TypeSample;
import dev.limbeck.tck.schema.TypeSample.Family;
import dev.limbeck.tck.schema.Vocabulary;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proving loop over generated pairs of schemas: there, and back again. */
class H2GeneratedSchemasTest {
    private static final int PAIRS = Integer.getInteger("limbeck.pairs", 50);

    static LongStream seeds() {
        return LongStream.range(0, PAIRS);
    }

    static Vocabulary vocabulary() {
        return new Vocabulary(
                EnumSet.of(
                        Feature.NAMESPACES,
                        Feature.DOMAINS,
                        Feature.SEQUENCES,
                        Feature.IDENTITY,
                        Feature.GENERATED_COLUMNS,
                        Feature.CHECKS,
                        Feature.FOREIGN_KEYS,
                        Feature.INDEXES,
                        Feature.VIEWS,
                        Feature.COMMENTS),
                name -> name.toUpperCase(Locale.ROOT),
                List.of(
                        TypeSample.of(ColumnType.of("integer"), Family.NUMBER, "0", "7"),
                        TypeSample.of(ColumnType.of("bigint"), Family.NUMBER, "1", "42"),
                        TypeSample.of(
                                ColumnType.of("numeric", "10", "2"), Family.NUMBER, "0", "1.5"),
                        TypeSample.of(
                                ColumnType.of("varchar", "20"), Family.TEXT, "'a'", "'it''s'"),
                        TypeSample.of(ColumnType.of("varchar", "40"), Family.TEXT, "'b'"),
                        TypeSample.of(ColumnType.of("varchar"), Family.TEXT, "'c'"),
                        TypeSample.of(ColumnType.of("boolean"), Family.OTHER, "TRUE", "FALSE"),
                        TypeSample.of(
                                ColumnType.of("timestamp"), Family.OTHER, "CURRENT_TIMESTAMP"),
                        TypeSample.of(ColumnType.of("date"), Family.OTHER),
                        TypeSample.of(ColumnType.of("uuid"), Family.OTHER, "RANDOM_UUID()")),
                List.of("READER", "WRITER"),
                Optional.empty(),
                Optional.empty());
    }

    /** Schemas whose views follow renames, as a person would write them. */
    private static SchemaRules followingRules() {
        return new SchemaRules(
                SchemaBench.SUPPORT.diffOptions().schemaRules().names(),
                NameRewriter.byWords(H2Identifiers.INSTANCE::fold, H2Names::write));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thereAndBack(long seed) throws Exception {
        List<Schema> pair = pair(seed);
        ProvingLoop.prove(SchemaBench.normal(pair.get(0)), SchemaBench.normal(pair.get(1)));
    }

    /** Draws until both are schemas that H2 can hold. */
    private static List<Schema> pair(long seed) {
        Random random = new Random(seed);
        SchemaGenerator generator = new SchemaGenerator(random, vocabulary(), followingRules());
        while (true) {
            Schema first = generator.schema(10 + random.nextInt(40));
            Schema second =
                    seed % 7 == 0
                            ? generator.schema(random.nextInt(40))
                            : generator.mutated(first, 1 + random.nextInt(30));
            if (isPossible(first) && isPossible(second)) {
                return List.of(first, second);
            }
        }
    }

    /** H2 refuses to drop a table's last column, and checks of two domains with one name. */
    private static boolean isPossible(Schema schema) {
        Set<String> names = new HashSet<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Table table && table.columns().isEmpty()) {
                return false;
            }
            if (object instanceof Domain domain
                    && !domain.constraints().stream()
                            .allMatch(check -> names.add(check.name().value()))) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void normalFormIsStable(long seed) {
        Schema schema =
                new SchemaGenerator(new Random(seed), vocabulary(), followingRules()).schema(40);
        Schema normal = SchemaBench.normal(schema);
        assertThat(SchemaBench.normal(normal)).isEqualTo(normal);
        ChangeSet none = SchemaBench.diff(normal, normal);
        assertThat(none.changes()).isEmpty();
    }
}
