package dev.limbeck.tck;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an ordinary build proves of many cases, and a campaign all of. */
public final class Campaign {
    /** How many pairs of schemas {@code -Pcampaign} asks for. */
    private static final int PAIRS = 500;

    private Campaign() {}

    /**
     * Returns how many generated pairs of schemas are proved.
     *
     * @param inBuild how many an ordinary build proves
     */
    public static int pairs(int inBuild) {
        return Integer.getInteger("limbeck.pairs", inBuild);
    }

    /**
     * Returns each case in a campaign, otherwise the first and then every so many.
     *
     * @param step how far apart those are that an ordinary build runs; 1 for all
     */
    public static <T> Stream<T> everyOne(int step, Stream<T> cases) {
        if (pairs(0) >= PAIRS) {
            return cases;
        }
        List<T> all = cases.toList();
        return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
    }
}
