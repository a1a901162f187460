package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "servers are guarded by a POSIX shell")
class ServerProcessTest {
    private static final List<String> SERVER =
            List.of("sh", "-c", "echo $$ > \"$0/pid\"; exec sleep 600");

    @TempDir Path parent;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("server"));
    }

    @Test
    void closingStopsTheServerAndDeletesItsFolder() throws Exception {
        ServerProcess process = ServerProcess.start(server(folder), folder, "KILL");
        long pid = pid(folder);

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aServerThatEndsByItselfIsNoticed() throws Exception {
        var failing = List.of("sh", "-c", "echo no such setting; exit 1");
        ServerProcess process = ServerProcess.start(failing, folder, "KILL");
        await(() -> !process.isAlive());
        assertThat(folder).doesNotExist();
        assertThat(process.log()).isEqualToIgnoringNewLines("no such setting");

        process.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aKilledJvmTakesItsServerAlong() throws Exception {
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        long pid = pid(folder);
        assertThat(ProcessHandle.of(pid)).isPresent();

        jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        await(() -> ProcessHandle.of(pid).isEmpty());
        await(() -> !Files.exists(folder));
        assertThat(parent).isEmptyDirectory();
    }

    /** A JVM that starts a server and never stops it. */
    static final class Starter {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ServerProcess.start(server(folder), folder, "KILL");
            Thread.sleep(Duration.ofMinutes(10).toMillis());
        }
    }

    private static List<String> server(Path folder) {
        var command = new ArrayList<>(SERVER);
        command.add(folder.toString());
        return command;
    }

    private static long pid(Path folder) throws Exception {
        Path file = folder.resolve("pid");
        await(
                () -> {
                    try {
                        return Files.exists(file) && !Files.readString(file).isBlank();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return Long.parseLong(Files.readString(file).strip());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("gave up waiting").isBefore(end);
            Thread.sleep(20);
        }
    }
}
