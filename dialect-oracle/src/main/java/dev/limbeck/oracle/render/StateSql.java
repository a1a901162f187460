package dev.limbeck.oracle.render;

import dev.limbeck.schema.ConstraintState;

/** Writes in which state a constraint is. */
final class StateSql {
    private StateSql() {}

    /** Returns what has to be said, with a blank before it. */
    static String definition(ConstraintState state) {
        return switch (state.deferral()) {
                    case NOT_DEFERRABLE -> "";
                    case INITIALLY_IMMEDIATE -> " DEFERRABLE";
                    case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                }
                + (state.relied() ? " RELY" : "")
                + (isUsual(state) ? "" : " " + enforcement(state));
    }

    private static boolean isUsual(ConstraintState state) {
        return state.enforced() && state.validated();
    }

    /** Returns whether it is enabled and whether the rows were checked, in words. */
    static String enforcement(ConstraintState state) {
        if (state.enforced()) {
            return state.validated() ? "ENABLE" : "ENABLE NOVALIDATE";
        }
        return state.validated() ? "DISABLE VALIDATE" : "DISABLE";
    }

    /** Returns what brings a constraint from one state to another. */
    static String change(ConstraintState before, ConstraintState after) {
        String relied =
                before.relied() == after.relied() ? "" : after.relied() ? "RELY " : "NORELY ";
        String words =
                after.enforced() && after.validated() ? "ENABLE VALIDATE" : enforcement(after);
        boolean same =
                before.enforced() == after.enforced() && before.validated() == after.validated();
        return same ? relied.strip() : relied + words;
    }
}
