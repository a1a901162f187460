package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that ends with this JVM, however the JVM ends.
 *
 * <p>A shell stands between the two and waits for its standard input to close, which the operating
 * system does for a killed JVM as well. It then stops the server and deletes its folder.
 */
final class ServerProcess implements AutoCloseable {
    /**
     * The server's folder comes first, then the signal that stops it, then its command. The shell
     * itself ignores the terminal's signals, since it is the one that tidies up; the server sets
     * its own handlers. The log stays where the server ended by itself: somebody will ask why.
     */
    private static final String GUARD =
            """
            folder=$1; signal=$2; shift 2
            trap '' INT HUP TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { read -r line <&3; rm -f -- "$folder.log"; kill -$signal $server; } 2>/dev/null &
            watch=$!
            wait $server
            status=$?
            kill -KILL $watch 2>/dev/null
            rm -rf -- "$folder"
            exit $status
            """;

    private final Process guard;
    private final Path log;

    private ServerProcess(Process guard, Path log) {
        this.guard = guard;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param folder deleted when the server has ended
     * @param signal the signal that stops the server without waiting for its clients
     */
    static ServerProcess start(List<String> command, Path folder, String signal)
            throws IOException {
        var guarded =
                new ArrayList<>(List.of("sh", "-c", GUARD, "server", folder.toString(), signal));
        guarded.addAll(command);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process =
                new ProcessBuilder(guarded)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ServerProcess(process, log);
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Returns what the server wrote so far. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not stop within 20 seconds");
            }
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new IllegalStateException("the server's guard can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
