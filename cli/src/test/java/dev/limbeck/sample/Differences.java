package dev.limbeck.sample;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What two lists of lines don't share, so that a failing test shows that and not the lists. */
public final class Differences {
    private Differences() {}

    /** Returns lines that are missing, each after a minus, and those that are too many. */
    public static List<String> between(List<String> expected, List<String> actual) {
        return Stream.concat(
                        only(expected, actual).map(line -> "- " + line),
                        only(actual, expected).map(line -> "+ " + line))
                .toList();
    }

    private static Stream<String> only(List<String> lines, List<String> others) {
        Set<String> there = Set.copyOf(others);
        return lines.stream().filter(line -> !there.contains(line));
    }
}
