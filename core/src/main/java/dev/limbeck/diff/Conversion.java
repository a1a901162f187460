package dev.limbeck.diff;

import dev.limbeck.schema.Expression;
import java.util.Optional;

/**
 * How the values of a column get from one type to another and back, where somebody said it; where
 * nobody did, the dialect knows or asks the reader of the script.
 *
 * @param there the expression that gives the new value
 * @param back the expression that gives the old value
 */
public record Conversion(Optional<Expression> there, Optional<Expression> back) {
    private static final Conversion UNSAID = new Conversion(Optional.empty(), Optional.empty());

    /** Returns a conversion of which nothing is said. */
    public static Conversion unsaid() {
        return UNSAID;
    }

    /** Returns a conversion by this expression; of the way back nothing is said. */
    public static Conversion using(Expression there) {
        return new Conversion(Optional.of(there), Optional.empty());
    }

    /** Returns the other direction. */
    public Conversion inverse() {
        return new Conversion(back, there);
    }
}
