package dev.limbeck.cli.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long commands take in a project of 10,000 revisions, of which none is applied, in
 * terms of {@code --version} in the same run. No test: run its {@code main} with the command line's
 * classes and test classes on the class path; an argument is another number of revisions.
 */
public final class CommandSpeed {
    private static final int REVISIONS = 10_000;
    private static final int ROUNDS = 5;
    private static final List<String> COMMANDS =
            List.of("--version", "heads", "history", "upgrade --dry-run", "current", "status");

    private CommandSpeed() {}

    /** Prints a line a command: the median of its rounds, and its ratio to the first. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        int revisions = arguments.length == 0 ? REVISIONS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("limbeck-speed");
        write(folder, revisions);
        double[][] times = new double[COMMANDS.size()][ROUNDS];
        // One command after the other in each round: what else the machine does meets them alike.
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                times[i][round] = milliseconds(folder, COMMANDS.get(i));
            }
        }
        double first = median(times[0]);
        for (int i = 0; i < times.length; i++) {
            double median = median(times[i]);
            out.printf(
                    Locale.ROOT, "%-20s %7.0f ms %6.1f%n", COMMANDS.get(i), median, median / first);
        }
        out.println("in " + folder);
    }

    private static void write(Path folder, int revisions) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("limbeck.toml"), "[database]\nurl = \"jdbc:h2:file:./app\"\n");
        String parent = "";
        for (int number = 0; number < revisions; number++) {
            String id = String.format("%012x", number * 0x9E3779B97F4AL & 0xFFFFFFFFFFFFL);
            String table = "t" + number;
            Files.writeString(
                    migrations.resolve(id + "_step.up.sql"),
                    "-- step "
                            + number
                            + "\n--\n-- revision: "
                            + id
                            + "\n-- revises: "
                            + parent
                            + "\n-- created: 2026-11-23T10:00:00Z\n\nCREATE TABLE "
                            + table
                            + " (id bigint PRIMARY KEY, name varchar(40) NOT NULL);\n"
                            + "CREATE INDEX i"
                            + number
                            + " ON "
                            + table
                            + " (name);\n");
            Files.writeString(
                    migrations.resolve(id + "_step.down.sql"), "DROP TABLE " + table + ";\n");
            parent = id;
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double milliseconds(Path folder, String command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as the launcher does
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.add("dev.limbeck.cli.Main");
        words.addAll(Arrays.asList(command.split(" ")));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed in " + folder);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
