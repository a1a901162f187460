package dev.limbeck.cli.launcher;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.Main;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.tck.server.Engine;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures commands that compare schemas: 2,000 tables with ten columns, two indexes and a foreign
 * key each, of which five differ from the database. No test: run its {@code main} with the command
 * line's classes and test classes on the class path.
 *
 * <p>Arguments: the engine ({@code h2}, {@code postgres:18}), the number of tables, and the class
 * path of another build to compare with in the same run.
 */
public final class SchemaSpeed {
    private static final int TABLES = 2_000;
    private static final int TABLES_A_FILE = 100;
    private static final int ROUNDS = Integer.getInteger("limbeck.rounds", 3);
    private static final int DIFFERENT = 5;
    private static final List<String> COMMANDS =
            List.of("--version", "check", "diff", "diff --from chain", "diff --from chain --sql");

    private final Path folder;
    private final TestDatabase database;
    private final PrintStream out;

    private SchemaSpeed(Path folder, TestDatabase database, PrintStream out) {
        this.folder = folder;
        this.database = database;
        this.out = out;
    }

    /** Prints a line a command: the least CPU time and the least time of its rounds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        String engine = arguments.length > 0 ? arguments[0] : "h2";
        int tables = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TABLES;
        List<String> builds = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        if (arguments.length > 2) {
            builds.add(arguments[2]);
        }
        Path folder = Files.createTempDirectory("limbeck-speed");
        if (engine.equals("h2")) {
            // A database in memory would end with the command that made it.
            String url = "jdbc:h2:file:" + folder.resolve("app");
            new SchemaSpeed(folder, new TestDatabase(url, "sa", "", () -> {}), System.out)
                    .measure(tables, builds);
            return;
        }
        try (TestServers servers = TestServers.forProgram();
                TestDatabase database = servers.server(Engine.parse(engine)).newDatabase()) {
            new SchemaSpeed(folder, database, System.out).measure(tables, builds);
        }
    }

    private void measure(int tables, List<String> builds)
            throws IOException, InterruptedException, SQLException {
        write(tables);
        run(builds.get(0), List.of("upgrade"));
        double[][][] times = new double[builds.size()][COMMANDS.size()][2];
        for (double[][] build : times) {
            for (double[] command : build) {
                Arrays.fill(command, Double.MAX_VALUE);
            }
        }
        // The builds take turns: what else the machine does meets them alike.
        for (int round = 0; round < ROUNDS; round++) {
            for (int command = 0; command < COMMANDS.size(); command++) {
                for (int build = 0; build < builds.size(); build++) {
                    double[] taken =
                            run(builds.get(build), List.of(COMMANDS.get(command).split(" ")));
                    double[] least = times[build][command];
                    least[0] = Math.min(least[0], taken[0]);
                    least[1] = Math.min(least[1], taken[1]);
                }
            }
        }
        for (int command = 0; command < COMMANDS.size(); command++) {
            StringBuilder line = new StringBuilder();
            for (double[][] build : times) {
                line.append(
                        String.format(
                                Locale.ROOT,
                                " %7.0f ms CPU %7.0f ms",
                                build[command][0],
                                build[command][1]));
            }
            out.printf(Locale.ROOT, "%-26s%s%n", COMMANDS.get(command), line);
        }
        out.println("queries of one check: " + queries() + ", tables: " + tables);
        out.println("in " + folder);
    }

    /** Returns the CPU time and the time that a command took, in milliseconds. */
    private double[] run(String build, List<String> command)
            throws IOException, InterruptedException {
        Path report = folder.resolve("cpu.txt");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as the launcher does
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", build));
        words.addAll(List.of(Timed.class.getName(), report.toString()));
        words.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "LIMBECK_URL", database.url(),
                                "LIMBECK_USER", database.user(),
                                "LIMBECK_PASSWORD", database.password()));
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double wall = (System.nanoTime() - start) / 1e6;
        if (exit != 0 && exit != 3) {
            throw new IOException(
                    command
                            + ": exit "
                            + exit
                            + "\n"
                            + Files.readString(folder.resolve("errors.txt")));
        }
        return new double[] {Double.parseDouble(Files.readString(report)), wall};
    }

    private int queries() {
        CountingSource counting = new CountingSource(database);
        try (Limbeck limbeck =
                Limbeck.configure()
                        .project(ConfigReader.read(ConfigRequest.in(folder)))
                        .dataSource(counting.source())
                        .build()) {
            int changes = limbeck.check(ComparisonRequest.standard()).changes().size();
            if (changes != DIFFERENT) {
                throw new IllegalStateException(changes + " changes instead of " + DIFFERENT);
            }
        }
        return counting.count();
    }

    private void write(int tables) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Path schema = Files.createDirectory(folder.resolve("schema"));
        Files.writeString(folder.resolve("limbeck.toml"), "");
        String parent = "";
        for (int first = 0; first < tables; first += TABLES_A_FILE) {
            int last = Math.min(tables, first + TABLES_A_FILE);
            String id = String.format("%012x", (first + 1) * 0x9E3779B97F4AL & 0xFFFFFFFFFFFFL);
            StringBuilder there = new StringBuilder();
            StringBuilder wanted = new StringBuilder();
            for (int number = first; number < last; number++) {
                there.append(table(number, "varchar(40)"));
                boolean differs = number % Math.max(1, tables / DIFFERENT) == 1;
                wanted.append(table(number, differs ? "varchar(50)" : "varchar(40)"));
            }
            String header =
                    "-- tables\n--\n-- revision: " + id + "\n-- revises: " + parent + "\n\n";
            Files.writeString(
                    migrations.resolve(id + "_tables.up.sql"),
                    header + there,
                    StandardCharsets.UTF_8);
            Files.writeString(
                    schema.resolve(String.format("%05d.sql", first)),
                    wanted,
                    StandardCharsets.UTF_8);
            parent = id;
        }
    }

    private static String table(int number, String type) {
        String name = "t" + number;
        return "CREATE TABLE "
                + name
                + " (id bigint PRIMARY KEY, parent bigint REFERENCES t"
                + number / 2
                + ", name varchar(40) NOT NULL, code "
                + type
                + " DEFAULT 'x', amount numeric(12, 2) NOT NULL DEFAULT 0, active boolean DEFAULT"
                + " true, created timestamp DEFAULT current_timestamp, note varchar(200), rank"
                + " integer, weight double precision, CHECK (amount >= 0));\nCREATE INDEX "
                + name
                + "_name ON "
                + name
                + " (name);\nCREATE INDEX "
                + name
                + "_rank ON "
                + name
                + " (rank DESC, code);\n";
    }

    /** The command line, which leaves its CPU time in a file when it ends. */
    public static final class Timed {
        private Timed() {}

        /** The first argument is the file, the rest the command. */
        public static void main(String[] arguments) {
            Path report = Path.of(arguments[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(report)));
            Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        }

        private static void leave(Path report) {
            var system =
                    (com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean();
            try {
                Files.writeString(report, String.valueOf(system.getProcessCpuTime() / 1e6));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
