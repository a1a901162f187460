package dev.limbeck.schema;

/**
 * How far a constraint is enforced.
 *
 * @param deferral when it is checked
 * @param enforced whether new rows are checked; false: {@code NOT ENFORCED}, {@code DISABLE}
 * @param validated whether the rows at hand were checked; false: {@code NOT VALID}, {@code
 *     NOVALIDATE}
 * @param relied whether the optimizer may trust it unchecked ({@code RELY})
 */
public record ConstraintState(
        Deferral deferral, boolean enforced, boolean validated, boolean relied) {
    /** When a constraint is checked. */
    public enum Deferral {
        NOT_DEFERRABLE,
        INITIALLY_IMMEDIATE,
        INITIALLY_DEFERRED
    }

    private static final ConstraintState NORMAL =
            new ConstraintState(Deferral.NOT_DEFERRABLE, true, true, false);

    /** Returns the state of a constraint of which nothing is said. */
    public static ConstraintState normal() {
        return NORMAL;
    }

    public ConstraintState withDeferral(Deferral newDeferral) {
        return new ConstraintState(newDeferral, enforced, validated, relied);
    }

    public ConstraintState withEnforced(boolean newEnforced) {
        return new ConstraintState(deferral, newEnforced, validated, relied);
    }

    public ConstraintState withValidated(boolean newValidated) {
        return new ConstraintState(deferral, enforced, newValidated, relied);
    }

    public ConstraintState withRelied(boolean newRelied) {
        return new ConstraintState(deferral, enforced, validated, newRelied);
    }
}
