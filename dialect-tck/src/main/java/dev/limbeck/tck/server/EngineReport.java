package dev.limbeck.tck.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Says which engines a test JVM really ran on: on its output, and in a file that gathers the lines
 * of all JVMs of a build.
 */
final class EngineReport {
    private final String module;
    private final Optional<Path> file;
    private final PrintStream out;

    EngineReport(TestSettings settings, PrintStream out) {
        this.module = settings.module();
        this.file = settings.report();
        this.out = out;
    }

    void write(List<String> engines) throws IOException {
        if (engines.isEmpty()) {
            return;
        }
        var lines = engines.stream().map(engine -> engine + " (" + module + ")").toList();
        lines.forEach(line -> out.println("[engines] " + line));
        if (file.isPresent()) {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            // One write a JVM, so that the lines of two never mix.
            Files.write(
                    file.get(),
                    (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
