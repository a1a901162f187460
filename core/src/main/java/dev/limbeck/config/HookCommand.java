package dev.limbeck.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A command of the user's that runs around an upgrade, with the system's shell.
 *
 * @param line the command, as the shell reads it
 * @param folder where it runs
 * @param variables what it finds in its environment besides the program's own
 * @param input what it can read, UTF-8
 */
public record HookCommand(String line, Path folder, Map<String, String> variables, String input) {
    public HookCommand {
        variables = Map.copyOf(variables);
    }

    /**
     * Runs it to its end.
     *
     * @param said hears each line it prints, on either stream, as it comes
     * @return its exit code
     */
    public int run(Consumer<String> said) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(SystemCommands.shell(line))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            Thread feeder = new Thread(() -> feed(process), "limbeck-hook-input");
            feeder.setDaemon(true);
            feeder.start();
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), Charset.defaultCharset()))) {
                for (String each = lines.readLine(); each != null; each = lines.readLine()) {
                    said.accept(each);
                }
            }
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private void feed(Process process) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // Most commands don't read what they are given, and may end before it is written.
        }
    }

    /** Leaves the command out: it may hold a secret. */
    @Override
    public String toString() {
        return "HookCommand[folder=" + folder + "]";
    }
}
