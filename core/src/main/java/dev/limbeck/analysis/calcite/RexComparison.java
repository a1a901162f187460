package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateAnalyzer.Use;
import dev.limbeck.expression.Condition;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSimplify;

/**
 * One comparison of two predicates.
 *
 * <p>A predicate implies another where no row passes the one and fails the other. That statement
 * about a row is built with tests that are never unknown, brought to a disjunction of conjunctions,
 * and each of these is simplified: all of them false is the proof.
 */
final class RexComparison {
    /** More conjunctions than this are not looked into. */
    private static final int MOST = 2000;

    /** Numbers longer than this are beyond the types used here. */
    private static final int LONGEST_NUMBER = 100;

    /** Evaluates nothing: constants are folded without running code. */
    private static final RexExecutor NO_EXECUTOR =
            (builder, constants, reduced) -> reduced.addAll(constants);

    private final Condition before;
    private final Condition after;
    private final Use use;
    private final RowShape row = new RowShape();
    private final RexSimplify simplifier;

    RexComparison(Condition before, Condition after, Use use) {
        this.before = before;
        this.after = after;
        this.use = use;
        RexBuilder builder = row.builder();
        this.simplifier = new RexSimplify(builder, RelOptPredicateList.EMPTY, NO_EXECUTOR);
    }

    Relation relation() {
        if (!row.fits(before, LONGEST_NUMBER) || !row.fits(after, LONGEST_NUMBER)) {
            return Relation.UNKNOWN;
        }
        Normalization passesBefore = new Normalization(row, use, before);
        Normalization passesAfter = new Normalization(row, use, after);
        if (tooMany(passesBefore, passesAfter) || tooMany(passesAfter, passesBefore)) {
            return Relation.UNKNOWN;
        }
        boolean weaker = never(passesBefore, passesAfter);
        boolean stronger = never(passesAfter, passesBefore);
        if (weaker && stronger) {
            return Relation.EQUAL;
        }
        if (weaker) {
            return Relation.WEAKER;
        }
        return stronger ? Relation.STRONGER : Relation.DIFFERENT;
    }

    private static boolean tooMany(Normalization passes, Normalization fails) {
        return passes.passing().size() > MOST
                || fails.failing().size() > MOST
                || (long) passes.passing().size() * fails.failing().size() > MOST;
    }

    /** Returns whether no row passes the one and fails the other. */
    private boolean never(Normalization passes, Normalization fails) {
        for (List<RexNode> one : passes.passing()) {
            for (List<RexNode> other : fails.failing()) {
                List<RexNode> all = new ArrayList<>(one);
                all.addAll(other);
                if (!isContradiction(all)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isContradiction(List<RexNode> conjunction) {
        RexNode simplified = simplifier.simplifyUnknownAsFalse(row.and(conjunction));
        return simplified.isAlwaysFalse();
    }
}
