package dev.limbeck.ddl;

import dev.limbeck.schema.ConstraintState;

/** Reads what follows a constraint: when it is checked, whether it is enforced. */
@FunctionalInterface
public interface ConstraintTail {
    /**
     * What a tail says.
     *
     * @param state how far the constraint is enforced
     * @param inherited whether children of the table have it too
     */
    record Said(ConstraintState state, boolean inherited) {}

    /** Takes what there is; where nothing is said, that is the normal state. */
    Said read(TokenCursor cursor);

    /**
     * Returns the reader of {@code [NOT] DEFERRABLE}, {@code INITIALLY …}, {@code NOT VALID},
     * {@code [NOT] ENFORCED} and {@code NO INHERIT}, in any order.
     */
    static ConstraintTail standard() {
        return cursor -> {
            ConstraintState state = ConstraintState.normal();
            boolean inherited = true;
            while (true) {
                if (cursor.accept("DEFERRABLE")) {
                    state =
                            state.deferral() == ConstraintState.Deferral.INITIALLY_DEFERRED
                                    ? state
                                    : state.withDeferral(
                                            ConstraintState.Deferral.INITIALLY_IMMEDIATE);
                } else if (cursor.accept("INITIALLY", "DEFERRED")) {
                    state = state.withDeferral(ConstraintState.Deferral.INITIALLY_DEFERRED);
                } else if (cursor.accept("NOT", "ENFORCED")) {
                    state = state.withEnforced(false).withValidated(false);
                } else if (cursor.accept("NOT", "VALID")) {
                    state = state.withValidated(false);
                } else if (cursor.accept("NO", "INHERIT")) {
                    inherited = false;
                } else if (!saysNothing(cursor)) {
                    return new Said(state, inherited);
                }
            }
        };
    }

    /** Reads a word that says what holds anyway. */
    private static boolean saysNothing(TokenCursor cursor) {
        return cursor.accept("NOT", "DEFERRABLE")
                || cursor.accept("ENFORCED")
                || cursor.accept("INITIALLY", "IMMEDIATE");
    }
}
