package dev.limbeck.tck.cross;

import dev.limbeck.compare.Difference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The differences that are meant.
 *
 * @param reasons why, by object and kind
 */
record AllowedDifferences(Map<String, String> reasons) {
    /** {@code account.balance, type: the old shop has smaller amounts}. */
    private static final Pattern LINE = Pattern.compile("(\\S.*), ([a-z ]+):\\s*(\\S.*)");

    AllowedDifferences {
        reasons = Map.copyOf(reasons);
    }

    static AllowedDifferences none() {
        return new AllowedDifferences(Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException for a line of another form
     */
    static AllowedDifferences read(Path file) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": not of the form 'OBJECT, KIND: REASON': " + line);
            }
            reasons.put(matcher.group(1) + ", " + matcher.group(2), matcher.group(3));
        }
        return new AllowedDifferences(reasons);
    }

    /** Returns the disagreements that are not meant, and what is allowed needlessly. */
    List<String> complaints(List<Difference> differences) {
        List<String> complaints = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Difference difference : differences) {
            if (!difference.verdict().isDisagreement()) {
                continue;
            }
            String key = difference.object() + ", " + difference.kind().words();
            if (reasons.containsKey(key)) {
                used.add(key);
            } else {
                complaints.add(key + ": " + said(difference));
            }
        }
        new TreeMap<>(reasons)
                .keySet().stream()
                        .filter(key -> !used.contains(key))
                        .forEach(key -> complaints.add(key + ": allowed, and does not differ"));
        return complaints;
    }

    private static String said(Difference difference) {
        String reason = difference.reason().isEmpty() ? "" : " (" + difference.reason() + ")";
        return difference.verdict().word() + reason + " " + difference.values();
    }
}
