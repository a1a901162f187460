package dev.limbeck.testing;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes graphs with branches, merges, several bases, labels and dependencies, as texts. */
public final class RandomGraphs {
    private RandomGraphs() {}

    /** Returns seeds for as many graphs; a failing test prints the one it used. */
    public static Stream<Long> seeds(int count) {
        return Stream.iterate(1L, seed -> seed + 1).limit(count);
    }

    /** Returns a graph of up to 30 revisions. */
    public static String text(Random random) {
        return text(random, 1 + random.nextInt(30), 4);
    }

    /**
     * Returns a graph.
     *
     * @param size how many revisions
     * @param reach how far back a revision looks for its parents: small makes long lines
     */
    public static String text(Random random, int size, int reach) {
        List<String> ids = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            // ids say nothing about the order in which revisions were made
            String id = String.format("%04x%d", random.nextInt(0x10000), number);
            String label = random.nextInt(6) == 0 ? "(label" + number + ")" : "";
            String parents = some(random, ids, reach, List.of(0, 1, 1, 1, 1, 1, 2, 2, 3));
            String dependencies = some(random, ids, size, List.of(0, 0, 0, 0, 0, 1, 2));
            parts.add(
                    id
                            + label
                            + (parents.isEmpty() ? "" : " <- " + parents)
                            + (dependencies.isEmpty() ? "" : " & " + dependencies));
            ids.add(id);
        }
        return String.join("; ", parts);
    }

    private static String some(Random random, List<String> ids, int reach, List<Integer> counts) {
        int count = counts.get(random.nextInt(counts.size()));
        List<String> chosen = new ArrayList<>();
        for (int tries = 0; tries < count && !ids.isEmpty(); tries++) {
            int back = 1 + random.nextInt(Math.min(reach, ids.size()));
            String id = ids.get(ids.size() - back);
            if (!chosen.contains(id)) {
                chosen.add(id);
            }
        }
        return String.join(", ", chosen);
    }

    /** Returns some ids of a graph. */
    public static List<RevisionId> someIds(Random random, RevisionGraph graph) {
        return graph.revisions().stream()
                .filter(revision -> random.nextInt(4) == 0)
                .map(Revision::id)
                .toList();
    }
}
