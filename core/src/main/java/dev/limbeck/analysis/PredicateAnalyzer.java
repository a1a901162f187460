package dev.limbeck.analysis;

import dev.limbeck.expression.Condition;

/** Tells how two predicates lie to each other. */
public interface PredicateAnalyzer {
    /** What a predicate does with what is neither true nor false. */
    enum Use {
        /** A check: a row passes unless the predicate is false. */
        CHECK,
        /** A filter: a row passes only where the predicate is true. */
        FILTER
    }

    /** How the rows that pass one predicate lie to those that pass another. */
    enum Relation {
        /** The same rows pass. */
        EQUAL,
        /** Every row that passed passes, and others may. */
        WEAKER,
        /** Every row that passes passed before. */
        STRONGER,
        /** Neither could be proved. */
        DIFFERENT,
        /** Too much to look into. */
        UNKNOWN
    }

    /**
     * Compares two predicates over the same columns. What it says other than DIFFERENT and UNKNOWN
     * is proved.
     *
     * @param before the predicate as it is
     * @param after the predicate as it shall be; the answer is about this one
     */
    Relation compare(Condition before, Condition after, Use use);
}
