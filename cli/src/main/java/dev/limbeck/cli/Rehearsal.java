package dev.limbeck.cli;

import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.print.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the commands that are typed most, against a database in a folder of its own, so that the JVM
 * can write down the classes they need: the launchers make an archive of those. Nobody else runs
 * it.
 */
public final class Rehearsal {
    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("upgrade", "--dry-run"),
                    List.of("upgrade"),
                    List.of("current", "-v"),
                    List.of("heads"),
                    List.of("history", "-i"),
                    List.of("history", "--graph"),
                    List.of("show", "head"),
                    List.of("status", "-o", "json"));

    private Rehearsal() {}

    /** Runs the commands with the configuration file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("limbeck-rehearsal");
        ExitCode code;
        try {
            code = run(Path.of(arguments[0]), "jdbc:h2:file:" + folder.resolve("database"));
        } finally {
            delete(folder);
        }
        System.exit(code.number());
    }

    private static ExitCode run(Path config, String url) {
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        silence(),
                        silence(),
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        Set.of());
        ExitCode code = ExitCode.DONE;
        for (List<String> command : COMMANDS) {
            List<String> words = new ArrayList<>(List.of("-c", config.toString()));
            words.addAll(List.of("--url", url, "--user", "sa"));
            words.addAll(command);
            code = code.worse(Main.run(words, terminal));
        }
        return code;
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
