package dev.limbeck.cli.command;

import dev.limbeck.cli.print.Terminal;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The user's editor, as {@code $VISUAL} or {@code $EDITOR} names it. */
final class Editor {
    private final String command;
    private final Path folder;

    private Editor(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** Returns the editor of an environment. */
    static Editor of(Terminal terminal) {
        String command =
                Stream.of("VISUAL", "EDITOR")
                        .map(terminal::variable)
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ConfigException(
                                                Diagnostic.error(
                                                                ErrorCode.USAGE, "no editor is set")
                                                        .withHint("set VISUAL or EDITOR")));
        return new Editor(command, terminal.folder());
    }

    /** Opens files and waits until the editor ends. */
    void open(List<Path> files) {
        try {
            int code =
                    new ProcessBuilder(words(files))
                            .directory(folder.toFile())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw Session.usage("the editor '" + command + "' ended with exit code " + code);
            }
        } catch (IOException e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.USAGE,
                            "can't start the editor '" + command + "': " + e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Session.usage("interrupted while the editor was open");
        }
    }

    /** The variable may hold options too, as in {@code code --wait}: a shell takes it apart. */
    private List<String> words(List<Path> files) {
        List<String> words = new ArrayList<>();
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows) {
            words.addAll(List.of("cmd", "/c", command));
        } else {
            words.addAll(List.of("/bin/sh", "-c", command + " \"$@\"", command));
        }
        files.forEach(file -> words.add(folder.resolve(file).toString()));
        return words;
    }
}
