package dev.limbeck.tck;

import dev.limbeck.Limbeck;
import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.LimitsConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project in a folder of a test: revisions are written with a line each, and run against a
 * database of the test.
 */
public final class TemporaryProject {
    private final Path root;
    private Map<String, String> variables = Map.of();
    private LimitsConfig limits = LimitsConfig.DEFAULT;

    /** Makes a project in an empty folder. */
    public TemporaryProject(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve("migrations"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a revision that revises others, comma-separated, with an up and a down script. */
    public TemporaryProject revision(String id, String revises, String up, String down) {
        return up(id, revises, up).file(id + "_step.down.sql", down);
    }

    /** Writes a revision without a down script. */
    public TemporaryProject up(String id, String revises, String up) {
        return file(id + "_step.up.sql", header(id, revises) + up);
    }

    /** Returns the header of a revision's up file: four lines and an empty one. */
    public static String header(String id, String revises) {
        return "-- step " + id + "\n--\n-- revision: " + id + "\n-- revises: " + revises + "\n\n";
    }

    /** Writes a file of the migrations folder. */
    public TemporaryProject file(String name, String text) {
        try {
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Deletes a file of the migrations folder. */
    public TemporaryProject without(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns where a file of the migrations folder is. */
    public Path path(String name) {
        return root.resolve("migrations").resolve(name);
    }

    /** Sets the placeholders' values. */
    public TemporaryProject variables(Map<String, String> values) {
        this.variables = Map.copyOf(values);
        return this;
    }

    /** Limits how long statements may wait and run. */
    public TemporaryProject limits(LimitsConfig value) {
        this.limits = value;
        return this;
    }

    /** Returns the project's settings. */
    public ProjectConfig config() {
        return ProjectConfig.in(root)
                .migrations(List.of(root.resolve("migrations")))
                .vars(variables)
                .limits(limits)
                .build();
    }

    /** Returns the script that a client runs instead of an upgrade. */
    public String upgradeScript(TestDatabase database, String range) throws IOException {
        var script = new StringBuilder();
        try (Limbeck limbeck = on(database)) {
            limbeck.upgradeScript(range, script);
        }
        return script.toString();
    }

    /** Returns the script that a client runs instead of a downgrade. */
    public String downgradeScript(TestDatabase database, String range) throws IOException {
        var script = new StringBuilder();
        try (Limbeck limbeck = on(database)) {
            limbeck.downgradeScript(range, script);
        }
        return script.toString();
    }

    /** Returns the library over the project as its files are now, and a database. */
    public Limbeck on(TestDatabase database) {
        return on(database, ExecutionListener.SILENT);
    }

    /** Returns the library over the project as its files are now, and a database. */
    public Limbeck on(TestDatabase database, ExecutionListener listener) {
        return Limbeck.configure()
                .project(config())
                .database(
                        DatabaseConfig.ofUrl(database.url(), root)
                                .withLogin(database.user(), new Secret(database.password())))
                .listener(listener)
                .build();
    }
}
