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

    /** The commands whose time grows with the number of revisions. */
    private static final List<List<String>> COMMANDS_OVER_MANY =
            List.of(List.of("heads"), List.of("history"), List.of("upgrade", "--dry-run"));

    /** So many that files are read side by side, which a small project never does. */
    private static final int MANY = 600;

    private Rehearsal() {}

    /** Runs the commands with the configuration file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("limbeck-rehearsal");
        ExitCode code;
        try {
            String url = "jdbc:h2:file:" + folder.resolve("database");
            code = run(Path.of(arguments[0]), url, COMMANDS);
            url = "jdbc:h2:file:" + folder.resolve("empty");
            code = code.worse(run(writeMany(folder), url, COMMANDS_OVER_MANY));
        } finally {
            delete(folder);
        }
        if (code == ExitCode.DONE) {
            // What happens around every command, up to the end of the process.
            Main.main(new String[] {"--version"});
        }
        System.exit(code.number());
    }

    /** Writes a project of many revisions; returns its configuration file. */
    private static Path writeMany(Path folder) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        String parent = "";
        for (int number = 0; number < MANY; number++) {
            String id = String.format("%012x", number);
            Files.writeString(
                    migrations.resolve(id + "_step.up.sql"),
                    "-- step\n--\n-- revision: %s\n-- revises: %s\n\nSELECT %d;\n"
                            .formatted(id, parent, number));
            Files.writeString(migrations.resolve(id + "_step.down.sql"), "SELECT 1;\n");
            parent = id;
        }
        return Files.createFile(folder.resolve("limbeck.toml"));
    }

    private static ExitCode run(Path config, String url, List<List<String>> commands) {
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        silence(),
                        silence(),
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        Set.of());
        ExitCode code = ExitCode.DONE;
        for (List<String> command : commands) {
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
                if (Files.isDirectory(file)) {
                    delete(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(folder);
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
