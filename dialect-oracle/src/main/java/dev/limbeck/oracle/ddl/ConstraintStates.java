package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.ConstraintState.Deferral;
import java.util.Optional;

/** Reads in which state a constraint is. What is enabled is validated unless that is said. */
final class ConstraintStates {
    private ConstraintStates() {}

    /** Takes what follows a constraint. */
    static ConstraintTail.Said tail(TokenCursor cursor) {
        return new ConstraintTail.Said(read(cursor, ConstraintState.normal()), true);
    }

    /**
     * Takes what is said of a state.
     *
     * @param start the state where nothing is said
     */
    static ConstraintState read(TokenCursor cursor, ConstraintState start) {
        ConstraintState state = start;
        Optional<Boolean> validated = Optional.empty();
        boolean more = true;
        while (more) {
            if (cursor.accept("NOVALIDATE")) {
                validated = Optional.of(false);
            } else if (cursor.accept("VALIDATE")) {
                validated = Optional.of(true);
            } else if (cursor.at("ENABLE") || cursor.at("DISABLE")) {
                boolean enabled = cursor.word().equals("ENABLE");
                state = state.withEnforced(enabled).withValidated(enabled);
            } else if (cursor.accept("USING", "INDEX")) {
                usingIndex(cursor);
            } else if (cursor.accept("EXCEPTIONS", "INTO")) {
                name(cursor);
            } else {
                Optional<ConstraintState> said = other(cursor, state);
                more = said.isPresent();
                state = said.orElse(state);
            }
        }
        return validated.map(state::withValidated).orElse(state);
    }

    private static Optional<ConstraintState> other(TokenCursor cursor, ConstraintState state) {
        if (cursor.accept("NOT", "DEFERRABLE")) {
            return Optional.of(state.withDeferral(Deferral.NOT_DEFERRABLE));
        }
        if (cursor.accept("DEFERRABLE")) {
            return Optional.of(
                    state.deferral() == Deferral.INITIALLY_DEFERRED
                            ? state
                            : state.withDeferral(Deferral.INITIALLY_IMMEDIATE));
        }
        if (cursor.accept("INITIALLY", "DEFERRED")) {
            return Optional.of(state.withDeferral(Deferral.INITIALLY_DEFERRED));
        }
        if (cursor.accept("INITIALLY", "IMMEDIATE")) {
            return Optional.of(
                    state.deferral() == Deferral.INITIALLY_DEFERRED
                            ? state.withDeferral(Deferral.INITIALLY_IMMEDIATE)
                            : state);
        }
        if (cursor.accept("RELY")) {
            return Optional.of(state.withRelied(true));
        }
        return cursor.accept("NORELY") ? Optional.of(state.withRelied(false)) : Optional.empty();
    }

    /** How the index behind a key is stored is not kept. */
    private static void usingIndex(TokenCursor cursor) {
        if (cursor.at("(")) {
            Texts.pass(cursor);
            return;
        }
        boolean named = !cursor.atEnd() && isName(cursor) && !PhysicalClauses.isNext(cursor);
        if (named) {
            name(cursor);
        }
        boolean more = true;
        while (more) {
            more =
                    PhysicalClauses.pass(cursor)
                            || cursor.accept("LOCAL")
                            || cursor.accept("GLOBAL")
                            || cursor.accept("REVERSE")
                            || cursor.accept("SORT")
                            || cursor.accept("NOSORT");
        }
    }

    private static boolean isName(TokenCursor cursor) {
        return !cursor.at(",")
                && !cursor.at(")")
                && !cursor.at("ENABLE")
                && !cursor.at("DISABLE")
                && !cursor.at("VALIDATE")
                && !cursor.at("NOVALIDATE")
                && !cursor.at("LOCAL")
                && !cursor.at("REVERSE");
    }

    private static void name(TokenCursor cursor) {
        cursor.next();
        while (cursor.accept(".")) {
            cursor.next();
        }
    }
}
