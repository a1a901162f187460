package dev.limbeck.foreign;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of another tool's folder, sub-folders too. */
public final class ForeignFiles {
    private final Path folder;
    private final List<Path> all;
    private final List<String> dialects;

    private ForeignFiles(Path folder, List<Path> all, List<String> dialects) {
        this.folder = folder;
        this.all = all;
        this.dialects = dialects;
    }

    /**
     * Lists a folder.
     *
     * @param dialects the names of the dialects at hand
     */
    public static ForeignFiles in(Path folder, List<String> dialects) {
        if (!Files.isDirectory(folder)) {
            throw unreadable(folder, "there is no folder " + ShownPath.of(folder));
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !name(file).startsWith("."))
                            .sorted()
                            .toList();
            return new ForeignFiles(folder, files, List.copyOf(dialects));
        } catch (IOException e) {
            throw unreadable(folder, "can't read the folder " + ShownPath.of(folder) + ": " + e);
        }
    }

    private static ConfigException unreadable(Path folder, String message) {
        return new ConfigException(
                Diagnostic.error(ErrorCode.FOLDER_UNREADABLE, message, where(folder, 0)));
    }

    /** Returns the files, by path. */
    List<Path> all() {
        return all;
    }

    /** Returns the names of the dialects at hand. */
    List<String> dialects() {
        return dialects;
    }

    /** Returns a file's path from the folder, with {@code /} between its parts. */
    String inside(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Returns the last part of a path. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Returns a file's text, without a byte order mark. */
    static String text(Path file) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ScriptException(
                    Diagnostic.error(
                                    ErrorCode.INVALID_UTF8,
                                    "the file is not in UTF-8",
                                    where(file, 0))
                            .withHint("convert it first, for example with iconv"),
                    e);
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE, "can't read the file: " + e, where(file, 0)),
                    e);
        }
    }

    /** Returns a place in a file, as it is shown. */
    static SourceLocation where(Path file, int line) {
        return new SourceLocation(ShownPath.of(file), line, 0);
    }
}
