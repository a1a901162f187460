package dev.limbeck.revision;

import java.util.Optional;

/**
 * Two references with a colon between them, both ends included.
 *
 * @param lower the older end; empty: base
 * @param upper the newer end; empty: every head
 */
public record RevisionRange(Optional<RevisionRef> lower, Optional<RevisionRef> upper) {

    /** Returns the range of everything. */
    public static RevisionRange everything() {
        return new RevisionRange(Optional.empty(), Optional.empty());
    }

    /** Returns the range as it would be typed. */
    public String text() {
        return lower.map(RevisionRef::text).orElse("")
                + ":"
                + upper.map(RevisionRef::text).orElse("");
    }

    /** Returns whether only the rows of a database tell what it means. */
    public boolean needsApplied() {
        boolean fromLower = !lowerCountsFromUpper() && needsApplied(lower);
        boolean fromUpper = !upperCountsFromLower() && needsApplied(upper);
        return fromLower || fromUpper;
    }

    /** Returns whether the lower end is a {@code -N}, and the upper one is not relative as well. */
    boolean lowerCountsFromUpper() {
        return bareSteps(lower) < 0 && bareSteps(upper) == 0;
    }

    /** Returns whether the upper end is a {@code +N}, and the lower one is not relative as well. */
    boolean upperCountsFromLower() {
        return bareSteps(upper) > 0 && bareSteps(lower) == 0;
    }

    private static int bareSteps(Optional<RevisionRef> end) {
        return end.map(RevisionRef::stepsFromCurrent).orElse(0);
    }

    private static boolean needsApplied(Optional<RevisionRef> end) {
        return end.map(RevisionRef::needsApplied).orElse(false);
    }
}
