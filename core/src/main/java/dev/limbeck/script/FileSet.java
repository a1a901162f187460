package dev.limbeck.script;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that are written together or not at all: each is drafted beside its place, and only when
 * all drafts are complete are they moved there.
 */
final class FileSet {
    private final Map<Path, Path> drafts = new LinkedHashMap<>();
    private final List<Path> moved = new ArrayList<>();

    private FileSet() {}

    /** Writes a file's bytes; may refuse with a {@code LimbeckException}. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes new files, in the map's order; refuses where one of them exists. */
    static void create(Map<Path, String> texts) {
        texts.keySet().forEach(FileSet::refuseExisting);
        FileSet files = new FileSet();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.createDirectories(folder(text.getKey()));
                byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
                files.draft(text.getKey(), out -> out.write(bytes));
            }
            for (Map.Entry<Path, Path> draft : files.drafts.entrySet()) {
                Files.move(draft.getValue(), draft.getKey());
                files.moved.add(draft.getKey());
            }
        } catch (IOException e) {
            remove(files.moved, e);
            throw files.failure("nothing was written", e);
        }
    }

    /** Moves files out of the way and writes new ones; where that fails all is as it was. */
    static void moveAndCreate(Map<Path, Path> moves, Map<Path, String> texts) {
        moves.values().forEach(FileSet::refuseExisting);
        Map<Path, Path> done = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.createDirectories(folder(move.getValue()));
                Files.move(move.getKey(), move.getValue());
                done.put(move.getKey(), move.getValue());
            }
            create(texts);
        } catch (IOException e) {
            moveBack(done, e);
            throw new FileSet().failure("nothing was moved", e);
        } catch (LimbeckException e) {
            moveBack(done, e);
            throw e;
        }
    }

    private static void moveBack(Map<Path, Path> moves, Exception cause) {
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            try {
                Files.move(move.getValue(), move.getKey());
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Undoes {@link #moveAndCreate}. */
    static void deleteAndMoveBack(List<Path> written, Map<Path, Path> moves) {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getValue(), move.getKey());
            }
        } catch (IOException e) {
            throw new FileSet().failure("some files are still where they were moved", e);
        }
    }

    /** Puts new content into existing files, which keep their permissions. */
    static void replace(Map<Path, Content> contents) {
        FileSet files = new FileSet();
        try {
            for (Map.Entry<Path, Content> content : contents.entrySet()) {
                Path draft = files.draft(content.getKey(), content.getValue());
                copyPermissions(content.getKey(), draft);
            }
            for (Map.Entry<Path, Path> draft : files.drafts.entrySet()) {
                Files.move(
                        draft.getValue(),
                        draft.getKey(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
                files.moved.add(draft.getKey());
            }
        } catch (LimbeckException e) {
            remove(files.drafts.values(), e);
            throw e;
        } catch (IOException e) {
            throw files.failure(
                    files.moved.isEmpty()
                            ? "no file was changed"
                            : "already changed: "
                                    + String.join(
                                            ", ",
                                            files.moved.stream()
                                                    .map(file -> ShownPath.of(file).toString())
                                                    .toList()),
                    e);
        }
    }

    /** A crash may leave a draft behind: its name is no revision file's, and hidden. */
    private Path draft(Path target, Content content) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
        drafts.put(target, draft);
        try (OutputStream out = Files.newOutputStream(draft)) {
            content.writeTo(out);
        }
        return draft;
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        @Nullable PosixFileAttributeView view =
                Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private ConfigException failure(String outcome, IOException e) {
        remove(drafts.values(), e);
        @Nullable String file =
                e instanceof FileAlreadyExistsException taken ? taken.getFile() : null;
        if (file != null) {
            return new ConfigException(exists(Path.of(file)), e);
        }
        return new ConfigException(
                Diagnostic.error(ErrorCode.FILE_UNWRITABLE, "can't write: " + e).withHint(outcome),
                e);
    }

    private static void remove(Iterable<Path> files, Exception cause) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static void refuseExisting(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ConfigException(exists(target));
        }
    }

    private static Diagnostic exists(Path target) {
        Path shown = ShownPath.of(target);
        return Diagnostic.error(
                        ErrorCode.FILE_EXISTS,
                        "'" + shown + "' exists and is not overwritten",
                        SourceLocation.of(shown))
                .withHint("nothing was written");
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
