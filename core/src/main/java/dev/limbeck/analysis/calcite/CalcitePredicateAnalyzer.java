package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.PredicateAnalyzer;
import dev.limbeck.expression.Condition;

/** Compares predicates with Calcite's simplifier. */
public final class CalcitePredicateAnalyzer implements PredicateAnalyzer {
    @Override
    public Relation compare(Condition before, Condition after, Use use) {
        // the class behind this is the first one that loads Calcite
        return new RexComparison(before, after, use).relation();
    }
}
