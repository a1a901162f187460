package dev.limbeck.tck.server;

import dev.limbeck.tck.server.ServerSource.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL's own client: the one on the PATH, else that of Debian's packages, unpacked into the
 * cache and not installed.
 */
public final class Psql {
    private static final String CACHED = "debian-postgresql-client";
    private static final String META_PACKAGE = "postgresql-client";
    private static final String LIBRARY_PACKAGE = "libpq5";

    private final String program;
    private final Optional<String> libraries;

    private Psql(String program, Optional<String> libraries) {
        this.program = program;
        this.libraries = libraries;
    }

    /** What psql printed and how it ended. */
    public record Outcome(int exitCode, String output) {}

    /**
     * Finds it. Where there is none the test is aborted with the reason; it fails where {@code
     * LIMBECK_TEST_REQUIRED} names PostgreSQL.
     */
    public static Psql find() throws InterruptedException {
        return find(TestSettings.from(System.getProperties(), System.getenv()));
    }

    static Psql find(TestSettings settings) throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        try {
            return working(new Psql("psql", Optional.empty()));
        } catch (IOException e) {
            reasons.add("not on the PATH");
        }
        try {
            return working(unpacked(settings.cache()));
        } catch (IOException | UnavailableException e) {
            reasons.add("no Debian package: " + e.getMessage());
        }
        String reason = "psql: " + String.join("; ", reasons);
        if (settings.requires("postgres")) {
            throw new AssertionError("psql must run here, but: " + reason);
        }
        throw new TestAbortedException(reason);
    }

    private static Psql working(Psql psql) throws IOException, InterruptedException {
        Outcome outcome = psql.run(List.of("--version"));
        if (outcome.exitCode() != 0) {
            throw new IOException(outcome.output());
        }
        return psql;
    }

    private static Psql unpacked(Path cache)
            throws IOException, InterruptedException, UnavailableException {
        Path folder = new ArtefactCache(cache).folder(CACHED, Psql::unpack);
        return new Psql(
                DebianPackages.one(folder, "psql").toString(),
                Optional.ofNullable(DebianPackages.one(folder, "libpq.so.5").getParent())
                        .map(Path::toString));
    }

    private static void unpack(Path folder) throws IOException, InterruptedException {
        DebianPackages.unpack(folder, List.of(clientPackage(), LIBRARY_PACKAGE));
    }

    /** The package without a version's number only points to the one that holds the program. */
    private static String clientPackage() throws IOException, InterruptedException {
        return Commands.output(List.of("apt-cache", "depends", META_PACKAGE))
                .lines()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(name -> name.startsWith(META_PACKAGE + "-"))
                .findFirst()
                .orElse(META_PACKAGE);
    }

    /** Runs a script against a database. */
    public Outcome run(TestDatabase database, Path script)
            throws IOException, InterruptedException {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        return run(
                List.of(
                        "-X",
                        "-q",
                        "-h",
                        address.getHost(),
                        "-p",
                        String.valueOf(address.getPort()),
                        "-U",
                        database.user(),
                        "-d",
                        address.getPath().substring(1),
                        "-f",
                        script.toString()),
                database.password());
    }

    private Outcome run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, "");
    }

    private Outcome run(List<String> arguments, String password)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        libraries.ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
