package dev.limbeck;

import dev.limbeck.autogenerate.Side;
import java.util.Optional;

/**
 * Which schemas to compare.
 *
 * @param from what is there
 * @param to what shall be there
 * @param dialect the database to see both through, where neither side is a live one; empty: the
 *     configured one
 */
public record ComparisonRequest(Side from, Side to, Optional<String> dialect) {
    /** Returns the request that compares the database with the desired state. */
    public static ComparisonRequest standard() {
        return of(new Side.Database(), new Side.Desired());
    }

    /** Returns a request that compares two sides. */
    public static ComparisonRequest of(Side from, Side to) {
        return new ComparisonRequest(from, to, Optional.empty());
    }

    /** Returns this request, seen through a dialect. */
    public ComparisonRequest through(Optional<String> name) {
        return new ComparisonRequest(from, to, name);
    }
}
