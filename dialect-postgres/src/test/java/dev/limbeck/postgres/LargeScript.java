package dev.limbeck.postgres;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.report.MovementReport;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.Engine;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Runs a script of any size in a process of little memory, and prints how long it took.
 *
 * <p>{@code LargeScript inserts|copy MEBIBYTES ROWS [MEMORY]}: so many rows in a script of so many
 * mebibytes, upgraded under {@code -Xmx256m} unless another limit is given. Not a test of the
 * build, which runs it in a smaller size ({@code LargeScriptTest}).
 */
public final class LargeScript {
    private static final String MEMORY = "256m";
    private static final long MEBIBYTE = 1 << 20;

    private LargeScript() {}

    /** Starts the server and a process for the upgrade. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("limbeck-large");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TestServers servers = TestServers.forProgram();
                TestDatabase database = servers.server(Engine.postgres(18)).newDatabase()) {
            long size = Long.parseLong(arguments[1]) * MEBIBYTE;
            int rows = Integer.parseInt(arguments[2]);
            Path script = write(folder, arguments[0], size, rows);
            out.printf("%,d bytes, %,d rows%n", Files.size(script), rows);
            String memory = arguments.length > 3 ? arguments[3] : MEMORY;
            Duration took = upgrade(folder, database, memory);
            out.printf(
                    "%s of %s MiB under -Xmx%s: %d s, %,d rows in the table%n",
                    arguments[0], arguments[1], memory, took.toSeconds(), count(database));
            Files.delete(script);
        }
    }

    /** Writes a project whose one revision fills a table; returns the script. */
    static Path write(Path folder, String kind, long size, int rows) throws IOException {
        TemporaryProject project = new TemporaryProject(folder);
        project.up("rev1", "", "");
        Path script = project.path("rev1_step.up.sql");
        boolean copy = kind.equals("copy");
        int width = (int) (size / rows);
        try (BufferedWriter writer = Files.newBufferedWriter(script)) {
            writer.write(TemporaryProject.header("rev1", ""));
            writer.write("CREATE TABLE item (id bigint, name text);\n");
            if (copy) {
                writer.write("COPY item (id, name) FROM STDIN;\n");
            }
            for (int row = 1; row <= rows; row++) {
                String start = copy ? row + "\t" : "INSERT INTO item VALUES (" + row + ", '";
                String end = copy ? "\n" : "');\n";
                writer.write(start);
                writer.write("x".repeat(Math.max(1, width - start.length() - end.length())));
                writer.write(end);
            }
            if (copy) {
                writer.write("\\.\n");
            }
        }
        return script;
    }

    /** Upgrades in a process of its own; throws where it does not end well. */
    static Duration upgrade(Path folder, TestDatabase database, String memory)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exitCode =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + memory,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Upgrade.class.getName(),
                                folder.toString(),
                                database.url(),
                                database.user(),
                                database.password())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("the upgrade ended with " + exitCode);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static long count(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM item")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The process of little memory. */
    public static final class Upgrade {
        private Upgrade() {}

        /** Upgrades to the head. */
        public static void main(String[] arguments) {
            TestDatabase database =
                    new TestDatabase(arguments[1], arguments[2], arguments[3], () -> {});
            try (Limbeck limbeck = new TemporaryProject(Path.of(arguments[0])).on(database)) {
                MovementReport report = limbeck.upgrade(MovementRequest.to("head"));
                if (!report.notices().isEmpty()) {
                    List.of(report.notices()).forEach(System.err::println);
                }
            }
        }
    }
}
