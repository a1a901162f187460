package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.testing.RandomGraphs;
import dev.limbeck.testing.RevisionGraphs;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how fast graphs are built, ordered and planned over. No test: run its {@code main} with
 * core's classes and test classes on the class path. What is linear takes ten times as long in the
 * next row.
 */
public final class GraphSpeed {
    private static final int ROUNDS = 3;
    private static final long SEED = 1;

    /** How far back a revision of the bushy graph looks for its parents. */
    private static final int REACH = 4;

    private GraphSpeed() {}

    /** Prints a line a graph: milliseconds, the best of some rounds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.printf(
                Locale.ROOT,
                "%-8s %10s %8s %8s %8s %8s  (ms)%n",
                "graph",
                "revisions",
                "load",
                "order",
                "up",
                "down");
        for (int size : List.of(1_000, 10_000, 100_000)) {
            measure(out, "line", RevisionGraphs.revisions(line(size)));
        }
        for (int size : List.of(1_000, 10_000, 100_000)) {
            String text = RandomGraphs.text(new Random(SEED), size, REACH);
            measure(out, "merges", RevisionGraphs.revisions(text));
        }
    }

    private static String line(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> id(number) + (number == 0 ? "" : " <- " + id(number - 1)))
                .collect(Collectors.joining("; "));
    }

    /** Ids that are not in the order of the line. */
    private static String id(int number) {
        return String.format("%08x", number * 0x9E3779B1);
    }

    private static void measure(PrintStream out, String name, List<Revision> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        HeadSet heads = HeadSet.of(graph.effectiveHeads().stream().map(Revision::id).toList());
        out.printf(
                Locale.ROOT,
                "%-8s %10d %8.1f %8.1f %8.1f %8.1f%n",
                name,
                revisions.size(),
                best(() -> RevisionGraph.of(revisions)),
                best(graph::ordered),
                best(() -> Planner.upgrade(graph, HeadSet.empty(), "heads")),
                best(() -> Planner.downgrade(graph, heads, "base")));
    }

    private static double best(Supplier<?> work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Object made = work.get();
            double took = (System.nanoTime() - start) / 1e6;
            best = made == null ? best : Math.min(best, took);
        }
        return best;
    }
}
