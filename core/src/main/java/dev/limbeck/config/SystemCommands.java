package dev.limbeck.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs commands with the shell of the system, which can ask the user on its standard input. */
final class SystemCommands implements CommandRunner {
    @Override
    public Outcome run(String command, Path folder) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(shell(command))
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            // Both streams are drained at once: a full pipe would stop the command.
            CompletableFuture<String> errors =
                    CompletableFuture.supplyAsync(() -> errors(process.getErrorStream()));
            String output = text(process.getInputStream());
            return new Outcome(process.waitFor(), output, errors.join());
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.destroy();
        }
    }

    static List<String> shell(String command) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command);
    }

    private static String errors(InputStream stream) {
        try {
            return text(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), Charset.defaultCharset());
        }
    }
}
