package dev.limbeck.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The logic of a predicate: what is joined, negated and compared, down to what logic says nothing
 * about. Two operands are the same when their texts are.
 */
public sealed interface Condition {
    /** How a value lies to a number. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        /** Returns the comparison that holds of a value just where this one does not. */
        public Comparison negated() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> GREATER;
                case GREATER -> LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS;
            };
        }
    }

    /** True, false, or unknown where the value is absent. */
    record Constant(Optional<Boolean> value) implements Condition {}

    /** All of them. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /** That a value is null, which is never unknown itself. */
    record IsNull(String operand) implements Condition {}

    /** That a condition is true, or is false, which is never unknown itself. */
    record Is(Condition part, boolean truth) implements Condition {}

    /** How a number lies to another; unknown where it is null. */
    record Numeric(String operand, Comparison comparison, BigDecimal number) implements Condition {}

    /** That a value equals a constant that is no number; unknown where it is null. */
    record Same(String operand, String constant) implements Condition {}

    /** Something that is true, false or unknown for reasons that are not looked into. */
    record Opaque(String text) implements Condition {}
}
