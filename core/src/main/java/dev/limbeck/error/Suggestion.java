package dev.limbeck.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {
    private static final int FARTHEST = 2;

    private Suggestion() {}

    /**
     * Returns the known word nearest to a mistyped one: at most two edits (a character added, left
     * out, replaced, or two neighbours swapped) away, and less than half of the known word's
     * length. Among equally near ones the first in alphabetical order.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        record Ranked(String candidate, int distance) {}
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= FARTHEST)
                .map(candidate -> new Ranked(candidate, distance(word, candidate)))
                .filter(ranked -> ranked.distance() <= FARTHEST)
                .filter(ranked -> ranked.distance() * 2 < ranked.candidate().length())
                .min(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::candidate))
                .map(Ranked::candidate);
    }

    /** Returns {@code did you mean 'x'?} for the nearest known word. */
    public static Optional<String> hint(String word, Collection<String> known) {
        return nearest(word, known).map(nearest -> "did you mean '" + nearest + "'?");
    }

    /** Optimal string alignment distance, row by row. */
    private static int distance(String left, String right) {
        int width = right.length() + 1;
        int[] beforePrevious = new int[width];
        int[] previous = new int[width];
        int[] current = new int[width];
        for (int column = 0; column < width; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column < width; column++) {
                char a = left.charAt(row - 1);
                char b = right.charAt(column - 1);
                int best = previous[column - 1] + (a == b ? 0 : 1);
                best = Math.min(best, Math.min(previous[column], current[column - 1]) + 1);
                if (row > 1
                        && column > 1
                        && a == right.charAt(column - 2)
                        && left.charAt(row - 2) == b) {
                    best = Math.min(best, beforePrevious[column - 2] + 1);
                }
                current[column] = best;
            }
            int[] free = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = free;
        }
        return previous[right.length()];
    }
}
