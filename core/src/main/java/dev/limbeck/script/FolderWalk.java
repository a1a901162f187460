package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the .sql files below some folders.
 *
 * <p>Links and {@code ..} are resolved, so that whatever can be reached in two ways is read once.
 * Only links cost a look-up of the real path: what lies in a real folder and is no link is where it
 * seems to be.
 */
final class FolderWalk {
    /** A .sql file, whatever its name says. */
    record FoundFile(Path real, Path shown, String name, ScriptFile.FileState state) {}

    /** From so many entries on a folder's are looked at side by side. */
    private static final int MANY = 1_000;

    /** What stands in a folder: its attributes, or why they can't be had. */
    private record Entry(
            String name,
            Path path,
            Path shown,
            Optional<BasicFileAttributes> attributes,
            Optional<IOException> trouble) {}

    /** What a root may be. */
    private enum Roots {
        FOLDERS,
        FILES_TOO
    }

    private final Path projectRoot;
    private final String key;
    private final Roots allowed;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<Path, Path> folders = new HashMap<>();

    /**
     * Files by where they are; kept from the first link to a file on, without which none is met
     * twice.
     */
    private Optional<Map<Path, Path>> linked = Optional.empty();

    private FolderWalk(Path projectRoot, String key, Roots allowed) {
        this.projectRoot = realOrSame(projectRoot);
        this.key = key;
        this.allowed = allowed;
    }

    /**
     * Walks folders in the order given, the entries of each by name.
     *
     * @param projectRoot a link that leads out of it is reported
     */
    static FolderWalk of(List<Path> folders, Path projectRoot) {
        return new FolderWalk(projectRoot, "migrations", Roots.FOLDERS).startAll(folders);
    }

    /**
     * Walks folders as {@link #of} does; a root may also be a file.
     *
     * @param key the key of the configuration that names the roots
     */
    static FolderWalk ofFoldersAndFiles(List<Path> roots, Path projectRoot, String key) {
        return new FolderWalk(projectRoot, key, Roots.FILES_TOO).startAll(roots);
    }

    private FolderWalk startAll(List<Path> roots) {
        roots.forEach(this::start);
        return this;
    }

    /** Returns the files, in a fixed order. */
    List<FoundFile> files() {
        return files;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    private static Path realOrSame(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // A folder that can't be resolved has a finding of its own once it is read.
            return path.toAbsolutePath().normalize();
        }
    }

    private void start(Path folder) {
        Path shown = ShownPath.of(folder);
        Path real;
        try {
            real = folder.toRealPath();
        } catch (NoSuchFileException e) {
            findings.add(
                    unreadable(shown, "folder '" + shown + "' does not exist")
                            .withHint("make it, or change '" + key + "' in the configuration"));
            return;
        } catch (IOException e) {
            findings.add(unreadable(shown, "folder '" + shown + "' can't be read: " + reason(e)));
            return;
        }
        if (allowed == Roots.FILES_TOO && Files.isRegularFile(real)) {
            visit(look(String.valueOf(real.getFileName()), real, shown));
            return;
        }
        if (!Files.isDirectory(real)) {
            findings.add(unreadable(shown, "'" + shown + "' is not a folder"));
            return;
        }
        if (!real.startsWith(projectRoot)) {
            findings.add(
                    Diagnostic.info(
                            ErrorCode.OUTSIDE_PROJECT,
                            "folder '" + shown + "' lies outside the project, at " + real,
                            SourceLocation.of(shown)));
        }
        walk(real, shown);
    }

    private void walk(Path real, Path shown) {
        if (!isNew(folders, real, SourceLocation.of(shown))) {
            return;
        }
        String[] names;
        try {
            names = namesIn(real);
        } catch (IOException | DirectoryIteratorException e) {
            findings.add(unreadable(shown, "folder '" + shown + "' can't be read: " + reason(e)));
            return;
        }
        Arrays.parallelSort(names);
        Stream<String> each = Arrays.stream(names);
        (names.length < MANY ? each : each.parallel())
                .map(name -> look(name, real.resolve(name), shown.resolve(name)))
                .toList()
                .forEach(this::visit);
    }

    private static Entry look(String name, Path path, Path shown) {
        try {
            return new Entry(
                    name,
                    path,
                    shown,
                    Optional.of(
                            Files.readAttributes(
                                    path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)),
                    Optional.empty());
        } catch (IOException e) {
            return new Entry(name, path, shown, Optional.empty(), Optional.of(e));
        }
    }

    /**
     * A listing by {@code File} takes a fraction of the time, but it never says what went wrong.
     */
    private static String[] namesIn(Path folder) throws IOException {
        String @Nullable [] listed =
                folder.getFileSystem().equals(FileSystems.getDefault())
                        ? folder.toFile().list()
                        : null;
        if (listed != null) {
            return listed;
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                names.add(path.getFileName().toString());
            }
        }
        return names.toArray(String[]::new);
    }

    private void visit(Entry entry) {
        boolean sql = FileName.isSql(entry.name());
        if (entry.trouble().isPresent()) {
            unreadable(entry, entry.trouble().get());
            return;
        }
        BasicFileAttributes attributes = entry.attributes().orElseThrow();
        if (attributes.isSymbolicLink()) {
            try {
                follow(entry.path(), entry.shown(), entry.name());
            } catch (IOException e) {
                unreadable(entry, e);
            }
        } else if (attributes.isDirectory()) {
            if (!entry.name().startsWith(".")) {
                walk(entry.path(), entry.shown());
            }
        } else if (sql && attributes.isRegularFile()) {
            add(entry.path(), entry.shown(), entry.name(), attributes);
        }
    }

    private void unreadable(Entry entry, IOException e) {
        if (FileName.isSql(entry.name())) {
            findings.add(fileUnreadable(entry.shown(), "can't be read: " + reason(e)));
        }
    }

    private void follow(Path link, Path shown, String name) throws IOException {
        Path real;
        try {
            real = link.toRealPath();
        } catch (IOException e) {
            String message = "is a link that leads nowhere (" + Files.readSymbolicLink(link) + ")";
            findings.add(
                    FileName.isSql(name)
                            ? fileUnreadable(shown, message)
                            : Diagnostic.warning(
                                    ErrorCode.FILE_UNREADABLE,
                                    "'" + shown + "' " + message,
                                    SourceLocation.of(shown)));
            return;
        }
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        boolean wanted =
                attributes.isDirectory() || (FileName.isSql(name) && attributes.isRegularFile());
        if (!wanted) {
            return;
        }
        if (!real.startsWith(projectRoot)) {
            findings.add(
                    Diagnostic.warning(
                            ErrorCode.OUTSIDE_PROJECT,
                            "link '" + shown + "' leads out of the project, to " + real,
                            SourceLocation.of(shown)));
        }
        if (attributes.isDirectory()) {
            walk(real, shown);
        } else {
            if (linked.isEmpty()) {
                Map<Path, Path> before = new HashMap<>();
                files.forEach(file -> before.put(file.real(), file.shown()));
                linked = Optional.of(before);
            }
            add(real, shown, name, attributes);
        }
    }

    private void add(Path real, Path shown, String name, BasicFileAttributes attributes) {
        if (linked.isEmpty() || isNew(linked.get(), real, SourceLocation.top(shown))) {
            files.add(
                    new FoundFile(
                            real,
                            shown,
                            name,
                            new ScriptFile.FileState(
                                    attributes.size(), attributes.lastModifiedTime())));
        }
    }

    private boolean isNew(Map<Path, Path> seen, Path real, SourceLocation place) {
        Path shown = place.file();
        Path first = seen.putIfAbsent(real, shown);
        if (first != null) {
            findings.add(
                    Diagnostic.warning(
                                    ErrorCode.REACHED_TWICE,
                                    "'"
                                            + shown
                                            + "' was already reached as '"
                                            + first
                                            + "'; it is read once",
                                    place)
                            .withHint(
                                    "name each folder once under '"
                                            + key
                                            + "', or remove the link that leads here"));
        }
        return first == null;
    }

    private static Diagnostic unreadable(Path shown, String message) {
        return Diagnostic.error(ErrorCode.FOLDER_UNREADABLE, message, SourceLocation.of(shown));
    }

    private static Diagnostic fileUnreadable(Path shown, String message) {
        return Diagnostic.error(
                ErrorCode.FILE_UNREADABLE, "'" + shown + "' " + message, SourceLocation.of(shown));
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
