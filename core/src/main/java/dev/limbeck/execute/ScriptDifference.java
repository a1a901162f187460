package dev.limbeck.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines in which a script as it ran differs from what it is now, a minus before the one and a
 * plus before the other. Line ends and blanks before them never count.
 */
final class ScriptDifference {
    private static final int CONTEXT = 1;
    private static final int MOST_LINES = 40;

    /** Beyond so many pairs of lines the stretches are shown whole instead of line by line. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> ran;
    private final List<String> now;
    private final List<String> shown = new ArrayList<>();

    private ScriptDifference(List<String> ran, List<String> now) {
        this.ran = ran;
        this.now = now;
    }

    /** Returns the lines that differ with a line around them; empty where none do. */
    static Optional<String> between(String ran, String now) {
        ScriptDifference difference = new ScriptDifference(lines(ran), lines(now));
        difference.compare();
        if (difference.shown.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = difference.shown;
        if (shown.size() > MOST_LINES) {
            int more = shown.size() - MOST_LINES;
            shown = new ArrayList<>(shown.subList(0, MOST_LINES));
            shown.add("… and " + more + " lines more");
        }
        return Optional.of(String.join("\n", shown));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::stripTrailing).toList();
    }

    private void compare() {
        int start = 0;
        while (start < ran.size() && start < now.size() && same(start, start)) {
            start++;
        }
        int end = 0;
        while (end < ran.size() - start
                && end < now.size() - start
                && same(ran.size() - 1 - end, now.size() - 1 - end)) {
            end++;
        }
        int ranEnd = ran.size() - end;
        int nowEnd = now.size() - end;
        if (start == ranEnd && start == nowEnd) {
            return;
        }
        for (int i = Math.max(0, start - CONTEXT); i < start; i++) {
            shown.add("  " + ran.get(i));
        }
        if ((long) (ranEnd - start) * (nowEnd - start) > MOST_PAIRS) {
            ran.subList(start, ranEnd).forEach(line -> shown.add("- " + line));
            now.subList(start, nowEnd).forEach(line -> shown.add("+ " + line));
        } else {
            between(start, ranEnd, nowEnd);
        }
        for (int i = ranEnd; i < Math.min(ran.size(), ranEnd + CONTEXT); i++) {
            shown.add("  " + ran.get(i));
        }
    }

    /** Shows a stretch line by line, keeping the longest common sequence of lines. */
    private void between(int start, int ranEnd, int nowEnd) {
        int[][] common = new int[ranEnd - start + 1][nowEnd - start + 1];
        for (int i = ranEnd - start - 1; i >= 0; i--) {
            for (int j = nowEnd - start - 1; j >= 0; j--) {
                common[i][j] =
                        same(start + i, start + j)
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < ranEnd - start || j < nowEnd - start) {
            boolean both = i < ranEnd - start && j < nowEnd - start;
            if (both && same(start + i, start + j)) {
                shown.add("  " + ran.get(start + i));
                i++;
                j++;
            } else if (i < ranEnd - start
                    && (j == nowEnd - start || common[i + 1][j] >= common[i][j + 1])) {
                shown.add("- " + ran.get(start + i));
                i++;
            } else {
                shown.add("+ " + now.get(start + j));
                j++;
            }
        }
    }

    private boolean same(int ofRan, int ofNow) {
        return ran.get(ofRan).equals(now.get(ofNow));
    }
}
