package dev.limbeck.analysis.calcite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateAnalyzer.Use;
import dev.limbeck.expression.Condition;
import dev.limbeck.expression.Condition.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds what is proved of random predicates against every row that can tell them apart: each
 * operand takes all constants, the places between them and null.
 */
class CalcitePredicateAnalyzerTest {
    private static final int PAIRS = 1500;
    private static final List<String> NUMBERS = List.of("n", "m");
    private static final List<String> FLAGS = List.of("p", "q");
    private static final List<String> WORDS = List.of("w");
    private static final List<String> CONSTANTS = List.of("'a'", "'b'");

    private final CalcitePredicateAnalyzer analyzer = new CalcitePredicateAnalyzer();

    private static Condition random(Random random, int depth) {
        if (depth > 0) {
            switch (random.nextInt(6)) {
                case 0, 1:
                    return new Condition.All(randoms(random, depth));
                case 2, 3:
                    return new Condition.Any(randoms(random, depth));
                case 4:
                    return new Condition.Not(random(random, depth - 1));
                default:
                    return new Condition.Is(random(random, depth - 1), random.nextBoolean());
            }
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.IsNull(any(random, NUMBERS));
            case 1 -> new Condition.Opaque(any(random, FLAGS));
            case 2 -> new Condition.Same(any(random, WORDS), any(random, CONSTANTS));
            case 3 ->
                    new Condition.Constant(
                            random.nextInt(3) == 0
                                    ? Optional.empty()
                                    : Optional.of(random.nextBoolean()));
            default ->
                    new Condition.Numeric(
                            any(random, NUMBERS),
                            Comparison.values()[random.nextInt(Comparison.values().length)],
                            BigDecimal.valueOf(random.nextInt(3)));
        };
    }

    private static List<Condition> randoms(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(random(random, depth - 1));
        }
        return parts;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One row; what is not in it is null. */
    private record Row(Map<String, BigDecimal> numbers, Map<String, Boolean> flags, String word) {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<BigDecimal> places = new ArrayList<>();
        places.add(null);
        for (int half = -1; half <= 5; half++) {
            places.add(BigDecimal.valueOf(half).divide(BigDecimal.valueOf(2)));
        }
        List<Boolean> truths = new ArrayList<>(List.of(true, false));
        truths.add(null);
        List<String> words = new ArrayList<>(List.of("'a'", "'b'", "'c'"));
        words.add(null);
        for (BigDecimal n : places) {
            for (BigDecimal m : places) {
                for (Boolean p : truths) {
                    for (Boolean q : truths) {
                        for (String word : words) {
                            rows.add(row(n, m, p, q, word));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static Row row(BigDecimal n, BigDecimal m, Boolean p, Boolean q, String word) {
        Map<String, BigDecimal> numbers = new java.util.HashMap<>();
        numbers.put("n", n);
        numbers.put("m", m);
        Map<String, Boolean> flags = new java.util.HashMap<>();
        flags.put("p", p);
        flags.put("q", q);
        return new Row(numbers, flags, word);
    }

    private static Optional<Boolean> value(Condition condition, Row row) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), row, false);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), row, true);
        }
        if (condition instanceof Condition.Not not) {
            return value(not.part(), row).map(truth -> !truth);
        }
        if (condition instanceof Condition.Is is) {
            return Optional.of(value(is.part(), row).filter(v -> v == is.truth()).isPresent());
        }
        if (condition instanceof Condition.Constant constant) {
            return constant.value();
        }
        if (condition instanceof Condition.IsNull test) {
            return Optional.of(row.numbers().get(test.operand()) == null);
        }
        if (condition instanceof Condition.Numeric numeric) {
            return Optional.ofNullable(row.numbers().get(numeric.operand()))
                    .map(n -> holds(n.compareTo(numeric.number()), numeric.comparison()));
        }
        if (condition instanceof Condition.Same same) {
            return Optional.ofNullable(row.word()).map(same.constant()::equals);
        }
        return Optional.ofNullable(row.flags().get(((Condition.Opaque) condition).text()));
    }

    private static boolean holds(int order, Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static Optional<Boolean> joined(List<Condition> parts, Row row, boolean decisive) {
        boolean unknown = false;
        for (Condition part : parts) {
            Optional<Boolean> value = value(part, row);
            if (value.filter(truth -> truth == decisive).isPresent()) {
                return Optional.of(decisive);
            }
            unknown |= value.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(!decisive);
    }

    private static boolean passes(Condition condition, Row row, Use use) {
        Optional<Boolean> value = value(condition, row);
        return use == Use.CHECK ? value.orElse(true) : value.orElse(false);
    }

    private static Relation truth(Condition before, Condition after, Use use, List<Row> rows) {
        boolean weaker = true;
        boolean stronger = true;
        for (Row row : rows) {
            boolean one = passes(before, row, use);
            boolean other = passes(after, row, use);
            weaker &= !one || other;
            stronger &= !other || one;
        }
        if (weaker && stronger) {
            return Relation.EQUAL;
        }
        return weaker ? Relation.WEAKER : stronger ? Relation.STRONGER : Relation.DIFFERENT;
    }

    @Test
    void whatIsProvedHoldsOfEveryRow() {
        Random random = new Random(20240229);
        List<Row> rows = rows();
        Map<Relation, Integer> found = new EnumMap<>(Relation.class);
        int complete = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Condition before = random(random, random.nextInt(3));
            Condition after = random(random, random.nextInt(3));
            Use use = random.nextBoolean() ? Use.CHECK : Use.FILTER;
            Relation said = analyzer.compare(before, after, use);
            Relation is = truth(before, after, use, rows);
            found.merge(said, 1, Integer::sum);
            complete += said == is ? 1 : 0;
            boolean holds =
                    said == is
                            || said == Relation.DIFFERENT
                            || said == Relation.UNKNOWN
                            || (is == Relation.EQUAL && said != Relation.EQUAL);
            if (!holds) {
                wrong.add(use + " " + before + " / " + after + ": " + said + ", not " + is);
            }
        }
        System.out.println("predicates: " + found + ", as it is: " + complete + " of " + PAIRS);
        assertEquals(List.of(), wrong);
        assertTrue(complete > PAIRS * 95 / 100, "found " + complete);
        assertTrue(found.getOrDefault(Relation.EQUAL, 0) > 20, found.toString());
        assertTrue(found.getOrDefault(Relation.WEAKER, 0) > 100, found.toString());
    }

    @Test
    void tooMuchIsNotLookedInto() {
        List<Condition> clauses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clauses.add(
                    new Condition.Any(
                            List.of(new Condition.Opaque("a" + i), new Condition.Opaque("b" + i))));
        }
        Condition many = new Condition.All(clauses);
        Condition none = new Condition.Opaque("c");
        assertEquals(Relation.UNKNOWN, analyzer.compare(many, none, Use.CHECK));
    }

    @Test
    void anOperandOfTwoNaturesIsNotLookedInto() {
        Condition number = new Condition.Numeric("x", Comparison.LESS, BigDecimal.valueOf(3));
        Condition word = new Condition.Same("x", "'a'");
        assertEquals(Relation.UNKNOWN, analyzer.compare(number, word, Use.FILTER));
    }
}
