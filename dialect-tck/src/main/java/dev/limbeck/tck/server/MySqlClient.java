package dev.limbeck.tck.server;

import dev.limbeck.tck.server.ServerSource.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * The command-line client that comes with MariaDB's server; it talks to MySQL as well. Only a
 * person's own {@code mysql} would be nearer to what people run, and differs in nothing that
 * matters here.
 */
public final class MySqlClient {
    private final Path program;

    private MySqlClient(Path program) {
        this.program = program;
    }

    /** What the client printed and how it ended. */
    public record Outcome(int exitCode, String output) {}

    /** Finds it; where there is none the test is aborted with the reason. */
    public static MySqlClient find() throws IOException, InterruptedException {
        TestSettings settings = TestSettings.from(System.getProperties(), System.getenv());
        var artefact = new MariaDbArtefact(settings.servers(), new ArtefactCache(settings.cache()));
        try {
            return new MySqlClient(artefact.client());
        } catch (UnavailableException e) {
            String reason = "the client mariadb: " + e.getMessage();
            if (settings.requires("mariadb")) {
                throw new AssertionError(reason, e);
            }
            throw new TestAbortedException(reason);
        }
    }

    /** Runs a script against a database. */
    public Outcome run(TestDatabase database, Path script)
            throws IOException, InterruptedException {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        program.toString(),
                                        "--no-defaults",
                                        "--skip-ssl",
                                        "--comments",
                                        "--default-character-set=utf8mb4",
                                        "--host=" + address.getHost(),
                                        "--port=" + address.getPort(),
                                        "--user=" + database.user(),
                                        "--database=" + address.getPath().substring(1)))
                        .redirectErrorStream(true)
                        .redirectInput(script.toFile());
        builder.environment().put("MYSQL_PWD", database.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
