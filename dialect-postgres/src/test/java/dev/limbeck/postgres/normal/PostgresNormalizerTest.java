package dev.limbeck.postgres.normal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole objects in normal form, without a server. */
class PostgresNormalizerTest {
    private static final QualifiedName T = QualifiedName.of("t");
    private final PostgresNormalizer normalizer =
            new PostgresNormalizer(new DatabaseProduct("PostgreSQL", "18.1", 18, 1));

    private Schema normal(SchemaObject... objects) {
        Schema once = normalizer.normalize(Schema.of(List.of(objects)));
        assertEquals(once, normalizer.normalize(once), "normal forms stay what they are");
        return once;
    }

    private static Table table() {
        return Table.of(
                T,
                Column.of("a", ColumnType.of("integer")),
                Column.of("b", ColumnType.of("text")),
                Column.of("d", ColumnType.of("date")));
    }

    @Test
    void aDefaultOfNullIsNone() {
        Column column =
                Column.of("x", ColumnType.of("text"))
                        .withDefault(Optional.of(Expression.of("NULL::text")));
        Table normal = normal(Table.of(T, column)).table(T).orElseThrow();
        assertEquals(Optional.empty(), normal.columns().get(0).defaultValue());
    }

    @Test
    void arraysHaveNoNumberOfDimensions() {
        Column two = Column.of("x", ColumnType.of("text").withArrayDimensions(2));
        Column one = Column.of("x", ColumnType.of("text").withArrayDimensions(1));
        assertEquals(normal(Table.of(T, one)), normal(Table.of(T, two)));
    }

    @Test
    void countingByTheDefaultsIsNotSaid() {
        SequenceOptions spelled =
                SequenceOptions.defaults()
                        .withType(Optional.of(ColumnType.of("bigint")))
                        .withIncrement(Optional.of(BigInteger.ONE))
                        .withMinimum(Optional.of(BigInteger.ONE))
                        .withMaximum(Optional.of(BigInteger.valueOf(Long.MAX_VALUE)))
                        .withStart(Optional.of(BigInteger.ONE))
                        .withCache(Optional.of(BigInteger.ONE));
        Sequence plain = Sequence.of(QualifiedName.of("s"));
        assertEquals(normal(plain), normal(plain.withCounting(spelled)));
        SequenceOptions fromFive = spelled.withStart(Optional.of(BigInteger.valueOf(5)));
        assertNotEquals(normal(plain), normal(plain.withCounting(fromFive)));
    }

    @Test
    void countingDownwardsHasDefaultsOfItsOwn() {
        SequenceOptions down =
                SequenceOptions.defaults().withIncrement(Optional.of(BigInteger.valueOf(-1)));
        SequenceOptions spelled =
                down.withMaximum(Optional.of(BigInteger.valueOf(-1)))
                        .withMinimum(Optional.of(BigInteger.valueOf(Long.MIN_VALUE)))
                        .withStart(Optional.of(BigInteger.valueOf(-1)));
        Sequence sequence = Sequence.of(QualifiedName.of("s"));
        assertEquals(normal(sequence.withCounting(down)), normal(sequence.withCounting(spelled)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"
                        + "|for values from (DATE '2024-1-1') to ('2025-01-01'::date)",
                "FOR VALUES IN ('2024-01-02', '2024-01-01')"
                        + "|FOR VALUES IN ('2024-01-01', '2024-01-02')",
                "FOR VALUES FROM (MINVALUE) TO (MAXVALUE)|for values from (minvalue) to (maxvalue)",
                "FOR VALUES WITH (modulus 4, remainder 1)"
                        + "|for values with (MODULUS 4, REMAINDER 1)",
                "DEFAULT|default"
            })
    void boundsOfPartitionsAreReadByTheirKeys(String one, String other) {
        assertEquals(partitioned(one), partitioned(other));
    }

    @Test
    void otherBoundsStayApart() {
        assertNotEquals(
                partitioned("FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"),
                partitioned("FOR VALUES FROM ('2024-01-01') TO ('2025-01-02')"));
    }

    private Schema partitioned(String bound) {
        Table parent =
                table().withPartitioning(
                                Optional.of(
                                        Partitioning.by("range", List.of(IndexPart.column("d")))));
        Table partition =
                Table.of(QualifiedName.of("p"))
                        .withPartitionOf(Optional.of(new PartitionOf(T, Expression.of(bound))));
        return normal(parent, partition);
    }

    @Test
    void aForeignKeyWithoutColumnsRefersToThePrimaryKey() {
        Table target =
                Table.of(QualifiedName.of("target"), Column.of("id", ColumnType.of("integer")))
                        .withParts(List.of(PrimaryKey.of(PartName.of("target_pkey"), "id")));
        ForeignKey bare =
                ForeignKey.of(
                        PartName.of("f"), List.of("a"), QualifiedName.of("target"), List.of());
        Table normal = normal(table().withParts(List.of(bare)), target).table(T).orElseThrow();
        assertEquals(List.of("id"), normal.foreignKeys().get(0).tableColumns());
    }

    @Test
    void expressionsSayWhatTheyUse() {
        Check check = Check.of(PartName.of("c"), Expression.of("a > 0 AND twice(t.a) < 9"));
        Routine twice =
                Routine.function(
                        QualifiedName.of("twice"),
                        List.of(Routine.Argument.in("n", ColumnType.of("integer"))),
                        Expression.of("integer"),
                        "sql",
                        Expression.of("SELECT n * 2"));
        Schema normal = normal(table().withParts(List.of(check)), twice);
        Table table = normal.table(T).orElseThrow();
        assertEquals(
                Set.of(Reference.toColumn(T, "a"), Reference.toRoutine(QualifiedName.of("twice"))),
                table.parts(Check.class).get(0).predicate().references());
    }

    @Test
    void aQuerySaysWhatItUsesAndYields() {
        View view =
                View.of(
                        QualifiedName.of("v"),
                        Query.of(Expression.of("SELECT x.a, count(*) AS n FROM t x GROUP BY 1")));
        Schema normal = normal(table(), view);
        View found = (View) normal.relation(QualifiedName.of("v")).orElseThrow();
        assertEquals(List.of("a", "n"), found.columnNames());
        assertEquals(
                Set.of(Reference.toRelation(T), Reference.toColumn(T, "a")),
                found.query().text().references());
    }

    @Test
    void policiesMaySelect() {
        assertEquals(
                policy("b IN (SELECT x.b FROM t x WHERE x.a = t.a)"),
                policy("(b IN ( SELECT y.b FROM public.t y WHERE (y.a = t.a)))"));
        assertNotEquals(
                policy("b IN (SELECT x.b FROM t x WHERE x.a = t.a)"),
                policy("b IN (SELECT x.b FROM t x WHERE x.a = x.a)"));
    }

    private Schema policy(String using) {
        Policy policy =
                new Policy(
                        PartName.of("p"),
                        true,
                        "ALL",
                        new TreeSet<>(Set.of("PUBLIC")),
                        Optional.of(Expression.of(using)),
                        Optional.empty(),
                        Optional.empty());
        return normal(table().withParts(List.of(policy)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ~~~ b +|a ~~~ c +",
                "XMLPARSE(DOCUMENT b)|XMLPARSE(CONTENT b)",
                "JSON_EXISTS(b, 'x' TRUE ON ERROR)|JSON_EXISTS(b, 'x' FALSE ON ERROR)",
                "a > (|a > ((",
                "GREATEST(a|LEAST(a"
            })
    void whatIsNotUnderstoodEqualsOnlyItself(String one, String other) {
        assertEquals(checked(one), checked(one + "  -- with a comment\n"));
        assertNotEquals(checked(one), checked(other));
    }

    private Schema checked(String text) {
        return normal(table().withParts(List.of(Check.of(PartName.of("c"), Expression.of(text)))));
    }

    @Test
    void deepNestingAndLongListsAreRead() {
        String deep = "(".repeat(5000) + "a" + ")".repeat(5000) + " > 0";
        assertEquals(checked(deep), checked(deep));
        StringBuilder wide = new StringBuilder("a = 0");
        for (int i = 1; i < 3000; i++) {
            wide.append(" OR a = ").append(i);
        }
        assertEquals(checked(wide.toString()), checked("(" + wide + ")"));
    }
}
