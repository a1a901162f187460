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
 * terms of {@code --version} in the same run. No test: {@code java} runs this very file, from the
 * root of the tree; arguments are another number of revisions and another launcher.
 *
 * <p>CPU time is that of the whole process with the shell that started it, where the system tells.
 */
public final class CommandSpeed {
    private static final int REVISIONS = 10_000;
    private static final int ROUNDS = 5;
    private static final int MILLISECONDS_A_TICK = 10;
    private static final Path OWN_TIMES = Path.of("/proc/self/stat");
    private static final List<String> COMMANDS =
            List.of("--version", "heads", "history", "upgrade --dry-run", "current", "status");

    private CommandSpeed() {}

    /** What one run took, in milliseconds. */
    private record Took(double elapsed, double cpu) {}

    /** Prints a line a command: the median of its rounds, and its ratio to the first. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        int revisions = arguments.length == 0 ? REVISIONS : Integer.parseInt(arguments[0]);
        Path launcher = Path.of(arguments.length < 2 ? "limbeck" : arguments[1]).toAbsolutePath();
        Path folder = Files.createTempDirectory("limbeck-speed");
        write(folder, revisions);
        // builds where there is no build
        run(launcher, folder, COMMANDS.get(0));
        Took[][] took = new Took[COMMANDS.size()][ROUNDS];
        // One command after the other in each round: what else the machine does meets them alike.
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < took.length; i++) {
                took[i][round] = run(launcher, folder, COMMANDS.get(i));
            }
        }
        for (int i = 0; i < took.length; i++) {
            double elapsed = median(Arrays.stream(took[i]).mapToDouble(Took::elapsed).toArray());
            double cpu = median(Arrays.stream(took[i]).mapToDouble(Took::cpu).toArray());
            out.printf(
                    Locale.ROOT,
                    "%-20s %7.0f ms %5.2f   CPU %7.0f ms %5.2f%n",
                    COMMANDS.get(i),
                    elapsed,
                    elapsed / median(Arrays.stream(took[0]).mapToDouble(Took::elapsed).toArray()),
                    cpu,
                    cpu / median(Arrays.stream(took[0]).mapToDouble(Took::cpu).toArray()));
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

    private static Took run(Path launcher, Path folder, String command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(Arrays.asList(command.split(" ")));
        double cpuBefore = cpuOfChildren();
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
        double elapsed = (System.nanoTime() - start) / 1e6;
        return new Took(elapsed, cpuOfChildren() - cpuBefore);
    }

    /** Returns the time that ended child processes spent, where the system tells. */
    private static double cpuOfChildren() throws IOException {
        if (!Files.exists(OWN_TIMES)) {
            return Double.NaN;
        }
        String stat = Files.readString(OWN_TIMES);
        // What follows the name in parentheses; there user and system time are the 14th and 15th.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14]))
                * (double) MILLISECONDS_A_TICK;
    }
}
