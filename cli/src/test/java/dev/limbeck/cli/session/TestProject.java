package dev.limbeck.cli.session;

import dev.limbeck.cli.Main;
import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.revision.Revision;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.testing.RevisionGraphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A project in a folder, with a database of its own, that command lines are run against. */
public final class TestProject implements AutoCloseable {
    private final Path folder;
    private final TestDatabase database;
    private final Map<String, String> environment = new HashMap<>();
    private Set<Terminal.Stream> interactive = Set.of();

    private TestProject(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** Makes a project without revisions, on a database in memory. */
    public static TestProject in(Path folder) throws IOException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return on(new TestDatabase(url, "", "", () -> shutDown(url)), folder);
    }

    private static void shutDown(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** Makes a project without revisions, on a database that is closed with it. */
    public static TestProject on(TestDatabase database, Path folder) throws IOException {
        TestProject project = new TestProject(folder, database);
        Files.createDirectories(folder.resolve("migrations"));
        project.write("limbeck.toml", "[database]\nurl = \"" + database.url() + "\"\n");
        if (!database.user().isEmpty()) {
            project.set("LIMBECK_USER", database.user());
            project.set("LIMBECK_PASSWORD", database.password());
        }
        return project;
    }

    public Path folder() {
        return folder;
    }

    public String url() {
        return database.url();
    }

    /** Returns the URL as the database itself tells it, without settings. */
    public String database() {
        return database.url().split(";", 2)[0];
    }

    /** Writes a file, {@code <URL>} in it standing for the database. */
    public TestProject write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(path, text.replace("<URL>", url()));
        return this;
    }

    /** Writes the files of a graph; each revision makes a table of its own. */
    public TestProject graph(String graph) throws IOException {
        for (Revision revision : RevisionGraphs.revisions(graph)) {
            String stem = "migrations/" + revision.id() + "_note";
            write(
                    stem + ".up.sql",
                    header(revision) + "\nCREATE TABLE t_" + revision.id() + " (id int);\n");
            write(stem + ".down.sql", "DROP TABLE t_" + revision.id() + ";\n");
        }
        return this;
    }

    private static String header(Revision revision) {
        StringBuilder header = new StringBuilder();
        header.append("-- ").append(revision.message()).append("\n--\n");
        header.append("-- revision: ").append(revision.id()).append('\n');
        header.append("-- revises: ").append(String.join(", ", revision.revises())).append('\n');
        optional(header, "branch-labels", revision.branchLabels());
        optional(header, "depends-on", revision.dependsOn());
        header.append("-- created: 2026-11-23T10:00:00Z\n");
        return header.toString();
    }

    private static void optional(StringBuilder header, String key, List<String> values) {
        if (!values.isEmpty()) {
            header.append("-- ").append(key).append(": ");
            header.append(String.join(", ", values)).append('\n');
        }
    }

    /** Makes the version table with some rows, as another program would. */
    public TestProject rows(List<String> ids) throws SQLException {
        execute(
                "CREATE TABLE limbeck_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT limbeck_version_pkc PRIMARY KEY (version_num))");
        for (String id : ids) {
            execute("INSERT INTO limbeck_version VALUES ('" + id + "')");
        }
        return this;
    }

    /** Runs a statement on the database. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of a query's rows. */
    public List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Sets an environment variable for the runs that follow. */
    public TestProject set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Lets a person look at some streams. */
    public TestProject interactive(Set<Terminal.Stream> streams) {
        interactive = streams;
        return this;
    }

    /** Runs a command line in the project's folder. */
    public Ended run(String... arguments) {
        return run(List.of(arguments));
    }

    /** Runs a command line in the project's folder. */
    public Ended run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        environment,
                        folder,
                        interactive);
        ExitCode code = Main.run(arguments, terminal);
        terminal.out().flush();
        terminal.err().flush();
        return new Ended(
                code.number(),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** How a run ended. */
    public record Ended(int code, String out, String err) {}
}
