package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.PredicateAnalyzer.Use;
import dev.limbeck.expression.Condition;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * The rows that pass a predicate and those that fail it, each as a disjunction of conjunctions of
 * tests that count only where they are true.
 */
final class Normalization {
    /** Growing beyond this stops; whoever asks sees the size. */
    private static final int ENOUGH = 5000;

    private final RowShape row;
    private final List<List<RexNode>> passing;
    private final List<List<RexNode>> failing;

    Normalization(RowShape row, Use use, Condition condition) {
        this.row = row;
        boolean check = use == Use.CHECK;
        this.passing = check ? not(condition, false) : is(condition, true);
        this.failing = check ? is(condition, false) : not(condition, true);
    }

    List<List<RexNode>> passing() {
        return passing;
    }

    List<List<RexNode>> failing() {
        return failing;
    }

    private static List<List<RexNode>> single(RexNode test) {
        return List.of(List.of(test));
    }

    private static List<List<RexNode>> certain(boolean truth) {
        return truth ? List.of(List.of()) : List.of();
    }

    /** Returns where a condition is true, or where it is false. */
    private List<List<RexNode>> is(Condition condition, boolean truth) {
        if (condition instanceof Condition.All all) {
            return truth
                    ? every(all.parts(), part -> is(part, true))
                    : some(all.parts(), part -> is(part, false));
        }
        if (condition instanceof Condition.Any any) {
            return truth
                    ? some(any.parts(), part -> is(part, true))
                    : every(any.parts(), part -> is(part, false));
        }
        if (condition instanceof Condition.Not not) {
            return is(not.part(), !truth);
        }
        if (condition instanceof Condition.Is test) {
            return truth ? is(test.part(), test.truth()) : not(test.part(), test.truth());
        }
        if (condition instanceof Condition.Constant constant) {
            return certain(constant.value().filter(value -> value == truth).isPresent());
        }
        return single(row.test(condition, truth));
    }

    /** Returns where a condition is not true, or where it is not false. */
    private List<List<RexNode>> not(Condition condition, boolean truth) {
        if (condition instanceof Condition.All all) {
            return truth
                    ? some(all.parts(), part -> not(part, true))
                    : every(all.parts(), part -> not(part, false));
        }
        if (condition instanceof Condition.Any any) {
            return truth
                    ? every(any.parts(), part -> not(part, true))
                    : some(any.parts(), part -> not(part, false));
        }
        if (condition instanceof Condition.Not not) {
            return not(not.part(), !truth);
        }
        if (condition instanceof Condition.Is test) {
            return truth ? not(test.part(), test.truth()) : is(test.part(), test.truth());
        }
        if (condition instanceof Condition.Constant constant) {
            return certain(constant.value().filter(value -> value == truth).isEmpty());
        }
        if (condition instanceof Condition.IsNull) {
            return single(row.test(condition, !truth));
        }
        List<List<RexNode>> either = new ArrayList<>(single(row.test(condition, !truth)));
        either.add(List.of(row.unknown(condition)));
        return either;
    }

    private interface Reading {
        List<List<RexNode>> of(Condition part);
    }

    private static List<List<RexNode>> some(List<Condition> parts, Reading reading) {
        List<List<RexNode>> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(reading.of(part)));
        return all;
    }

    private static List<List<RexNode>> every(List<Condition> parts, Reading reading) {
        List<List<RexNode>> product = List.of(List.of());
        for (Condition part : parts) {
            List<List<RexNode>> longer = new ArrayList<>();
            List<List<RexNode>> more = reading.of(part);
            for (List<RexNode> one : product) {
                for (List<RexNode> other : more) {
                    List<RexNode> joined = new ArrayList<>(one);
                    joined.addAll(other);
                    longer.add(joined);
                    if (longer.size() > ENOUGH) {
                        return longer;
                    }
                }
            }
            product = longer;
        }
        return product;
    }
}
