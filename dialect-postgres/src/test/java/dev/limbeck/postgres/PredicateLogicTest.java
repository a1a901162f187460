package dev.limbeck.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateAnalyzer.Use;
import dev.limbeck.analysis.PredicateSettlement;
import dev.limbeck.analysis.calcite.CalcitePredicateAnalyzer;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.expression.Condition;
import dev.limbeck.postgres.normal.PostgresNormalizer;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predicates that say the same in other words, or more, or less. */
class PredicateLogicTest {
    private static final DatabaseProduct PRODUCT = new DatabaseProduct("PostgreSQL", "18.1", 18, 1);
    private static final QualifiedName T = QualifiedName.of("t");

    private static Schema schema(TablePart part) {
        Table table =
                Table.of(
                                T,
                                Column.of("a", ColumnType.of("integer")),
                                Column.of("b", ColumnType.of("integer")),
                                Column.of("n", ColumnType.of("numeric", "10", "2")),
                                Column.of("s", ColumnType.of("text")),
                                Column.of("v", ColumnType.of("varchar", "10")),
                                Column.of("f", ColumnType.of("boolean")),
                                Column.of("d", ColumnType.of("date")))
                        .withParts(List.of(part));
        return new PostgresNormalizer(PRODUCT).normalize(Schema.of(List.of(table)));
    }

    private static Relation compare(String before, String after, Use use) {
        PostgresSchemas support = new PostgresSchemas(PRODUCT);
        return new CalcitePredicateAnalyzer()
                .compare(logic(support, before), logic(support, after), use);
    }

    private static Condition logic(PostgresSchemas support, String text) {
        Schema schema = schema(check(text));
        return support.predicates()
                .orElseThrow()
                .read(schema, schema.table(T).orElseThrow(), Expression.of(text));
    }

    private static Check check(String text) {
        return Check.of(PartName.of("c"), Expression.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EQUAL    | a IN (1, 2)                 | a = 2 OR a = 1",
                "EQUAL    | NOT (a > 1 AND b > 1)       | a <= 1 OR b <= 1",
                "EQUAL    | NOT (a > 1 OR f)            | a <= 1 AND NOT f",
                "EQUAL    | NOT (a = 1)                 | a <> 1",
                "EQUAL    | NOT (NOT f)                 | f",
                "EQUAL    | a BETWEEN 1 AND 5           | NOT (a < 1 OR a > 5)",
                "EQUAL    | a NOT BETWEEN 1 AND 5       | NOT (a BETWEEN 1 AND 5)",
                "EQUAL    | a NOT IN (1, 2)             | NOT (a IN (2, 1))",
                "EQUAL    | a > 1 AND a > 5             | a > 5",
                "EQUAL    | a > 1 OR a > 5              | a > 1",
                "EQUAL    | a > 1 AND (a > 1 OR b > 1)  | a > 1",
                "EQUAL    | (a > 1 AND b > 1) OR (a > 1 AND f) | a > 1 AND (b > 1 OR f)",
                "EQUAL    | a >= 1 AND a <= 1           | a = 1",
                "EQUAL    | f = true                    | f",
                "EQUAL    | f = false                   | NOT f",
                "EQUAL    | f <> false                  | f",
                "EQUAL    | true AND a > 1              | a > 1",
                "EQUAL    | a > 1 OR false              | a > 1",
                "EQUAL    | a > b                       | NOT (a <= b)",
                "EQUAL    | a > b                       | b < a",
                "EQUAL    | n > 1.50                    | n > 1.5",
                "EQUAL    | s = 'x' OR s = 'y'          | s IN ('y', 'x')",
                "EQUAL    | NOT (s <> 'x')              | s = 'x'",
                "EQUAL    | a IS NULL OR a > 1          | a > 1 OR a IS NULL",
                "WEAKER   | a > 5                       | a > 1",
                "WEAKER   | a > 1 AND b > 1             | a > 1",
                "WEAKER   | a = 1                       | a IN (1, 2)",
                "WEAKER   | a IN (1, 2)                 | a BETWEEN 1 AND 2",
                "WEAKER   | a = 1                       | a > 0",
                "WEAKER   | a = 1                       | a <> 2",
                "WEAKER   | s = 'x'                     | s <> 'y'",
                "WEAKER   | s IN ('x', 'y')             | s IN ('x', 'y', 'z')",
                "STRONGER | a > 1                       | a > 1 AND f",
                "STRONGER | a <> 2                      | a = 1",
                "STRONGER | a >= 0                      | a > 0",
                "DIFFERENT| a > 1                       | b > 1",
                "DIFFERENT| a > 1                       | a < 1",
                "DIFFERENT| a IN (1, 2)                 | a IN (2, 3)",
                "DIFFERENT| s = 'x'                     | s = 'y'",
                "DIFFERENT| s LIKE 'a%'                 | s LIKE 'b%'",
                "DIFFERENT| f                           | NOT f",
                "DIFFERENT| v = 'a'                     | s = 'a'",
                "DIFFERENT| d > '2020-01-01'            | d > '2020-01-02'",
                "DIFFERENT| a + b > 1                   | b + a > 2",
                "DIFFERENT| lower(s) = 'x'              | s = 'x'"
            })
    void predicatesLieToEachOther(Relation relation, String before, String after) {
        assertEquals(relation, compare(before, after, Use.CHECK), "as a check");
        assertEquals(relation, compare(before, after, Use.FILTER), "as a filter");
    }

    /** A check lets pass what is unknown, a filter does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 1 OR a IS NULL     | a > 1             | EQUAL    | STRONGER",
                "a > 1 AND a IS NOT NULL| a > 1             | WEAKER   | EQUAL",
                "f                      | f IS TRUE         | STRONGER | EQUAL",
                "f                      | f IS NOT FALSE    | EQUAL    | WEAKER"
            })
    void whatIsUnknownPassesChecksOnly(
            String before, String after, Relation asCheck, Relation asFilter) {
        assertEquals(asCheck, compare(before, after, Use.CHECK));
        assertEquals(asFilter, compare(before, after, Use.FILTER));
    }

    @Test
    void whatIsProvedEqualIsNoChange() {
        PostgresSchemas support = new PostgresSchemas(PRODUCT);
        Schema actual = schema(index("NOT (f OR a > 1)"));
        Schema desired = schema(index("a <= 1 AND NOT f"));
        PredicateSettlement settlement =
                PredicateSettlement.of(
                        actual,
                        desired,
                        support.predicates().orElseThrow(),
                        new CalcitePredicateAnalyzer());
        assertEquals(actual, settlement.desired());
        assertEquals(
                List.of(Relation.EQUAL),
                settlement.verdicts().stream().map(PredicateSettlement.Verdict::relation).toList());
    }

    private static Index index(String where) {
        IndexPart part = IndexPart.column("a");
        return Index.of(PartName.of("i"), List.of(part))
                .withParts(List.of(part), List.of(), Optional.of(Expression.of(where)));
    }
}
