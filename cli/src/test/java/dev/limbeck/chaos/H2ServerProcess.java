package dev.limbeck.chaos;

import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;

/** A server of H2 in a process of its own, which can be killed and started again. */
final class H2ServerProcess implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private Process process;

    private H2ServerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one whose databases are files of a folder. */
    static H2ServerProcess start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        H2ServerProcess server = new H2ServerProcess(folder, port, launch(folder, port));
        server.await();
        return server;
    }

    private static Process launch(Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        "-tcp",
                        "-tcpPort",
                        Integer.toString(port),
                        "-baseDir",
                        folder.toString(),
                        "-ifNotExists")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Returns an empty database, which writes each commit at once. */
    TestDatabase newDatabase() {
        return database("db" + databases.incrementAndGet());
    }

    private TestDatabase database(String name) {
        return new TestDatabase(
                "jdbc:h2:tcp://localhost:" + port + "/./" + name + ";WRITE_DELAY=0",
                "sa",
                "",
                () -> {});
    }

    /** Kills the server's process, as {@code kill -9} does, and starts another. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch(folder, port);
        await();
    }

    private void await() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!answers()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the server does not answer");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean answers() {
        try (Connection connection = database("probe").connection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
