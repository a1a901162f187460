package dev.limbeck.config;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a command line of the user's, such as {@code password_command}. */
@FunctionalInterface
public interface CommandRunner {
    /**
     * Runs a command with the system's shell and waits for it.
     *
     * @param folder where it runs
     */
    Outcome run(String command, Path folder) throws IOException, InterruptedException;

    /** What a command printed and how it ended. */
    record Outcome(int exitCode, String output, String errors) {
        @Override
        public String toString() {
            return "Outcome[exitCode=" + exitCode + "]";
        }
    }

    /** Returns the runner that starts real processes. */
    static CommandRunner ofSystem() {
        return new SystemCommands();
    }
}
