package dev.limbeck.compare;

import java.util.Optional;

/**
 * How two sides that don't say the same lie to each other.
 *
 * @param verdict what it means
 * @param reason why, for a person; empty where the values say it all
 */
record Agreement(Verdict verdict, String reason) {
    static final Agreement DIFFERS = new Agreement(Verdict.DIFFERS, "");

    static Agreement equivalent(String reason) {
        return new Agreement(Verdict.EQUIVALENT, reason);
    }

    static Agreement trap(String reason) {
        return new Agreement(Verdict.TRAP, reason);
    }

    static Agreement unknown(String reason) {
        return new Agreement(Verdict.UNKNOWN, reason);
    }

    /** Returns the graver of two; both reasons where they are equally grave. */
    static Optional<Agreement> graver(Optional<Agreement> one, Optional<Agreement> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        int order = one.get().verdict().compareTo(other.get().verdict());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        String reason = one.get().reason();
        String further = other.get().reason();
        boolean same = reason.isEmpty() || further.isEmpty() || reason.contains(further);
        String both = same ? reason + (reason.isEmpty() ? further : "") : reason + "; " + further;
        return Optional.of(new Agreement(one.get().verdict(), both));
    }
}
