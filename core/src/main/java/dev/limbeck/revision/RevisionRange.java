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
        boolean bothRelative =
                lower.filter(RevisionRange::relativeToTheOtherEnd).isPresent()
                        && upper.filter(RevisionRange::relativeToTheOtherEnd).isPresent();
        return bothRelative || needsApplied(lower, -1) || needsApplied(upper, 1);
    }

    /** A bare {@code -N} below and a bare {@code +N} above count from the other end. */
    private static boolean needsApplied(Optional<RevisionRef> end, int direction) {
        return end.filter(RevisionRef::needsApplied)
                .filter(
                        ref ->
                                !(ref instanceof RevisionRef.Relative relative
                                        && Integer.signum(relative.steps()) == direction))
                .isPresent();
    }

    private static boolean relativeToTheOtherEnd(RevisionRef ref) {
        return ref instanceof RevisionRef.Relative && ref.needsApplied();
    }
}
