package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs short commands. */
final class Commands {
    private Commands() {}

    /** Runs a command to its end; what it said is in the exception when it fails. */
    static void run(List<String> command) throws IOException, InterruptedException {
        output(new ProcessBuilder(command));
    }

    /** Runs a command in a folder to its end. */
    static void runIn(Path folder, List<String> command) throws IOException, InterruptedException {
        output(new ProcessBuilder(command).directory(folder.toFile()));
    }

    /** Runs a command to its end and returns what it said. */
    static String output(List<String> command) throws IOException, InterruptedException {
        return output(new ProcessBuilder(command));
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    String.join(" ", builder.command()) + " ended with " + status + ":\n" + said);
        }
        return said;
    }
}
