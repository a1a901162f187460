package dev.limbeck.cli;

import dev.limbeck.cli.command.CompletionCommand;
import dev.limbeck.cli.command.ManPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what the distribution says about the commands: the manual page and the completions. Only
 * the build runs it.
 */
public final class DistributionFiles {
    private DistributionFiles() {}

    /** Writes the files into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(folder.resolve("man/man1/limbeck.1"), ManPage.render());
        write(folder.resolve("completions/limbeck.bash"), CompletionCommand.script("bash"));
        write(folder.resolve("completions/_limbeck"), CompletionCommand.script("zsh"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
