package dev.limbeck.tck.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Folders that are made once and then shared by every build of this user.
 *
 * <p>A folder counts only with its {@code .ok} file, written last: one that a killed build left
 * half made is made again. A file lock keeps other JVMs out meanwhile.
 */
final class ArtefactCache {
    private static final String OPEN_TO_ALL = "rwxr-xr-x";

    private final Path root;

    ArtefactCache(Path root) {
        this.root = root;
    }

    /** Fills a folder. */
    @FunctionalInterface
    interface Maker {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    /** Returns the folder of a name, filled by {@code maker} if it is not there yet. */
    synchronized Path folder(String name, Maker maker) throws IOException, InterruptedException {
        Path folder = root.resolve(name);
        Path done = root.resolve(name + ".ok");
        if (Files.exists(done)) {
            return folder;
        }
        open(Files.createDirectories(root));
        try (FileChannel channel =
                FileChannel.open(
                        root.resolve(name + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.exists(done)) {
                delete(folder);
                maker.fill(open(Files.createDirectory(folder)));
                Files.createFile(done);
            }
        }
        return folder;
    }

    /** Returns the names of finished folders, sorted. */
    List<String> finished() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ok"))
                    .map(name -> name.substring(0, name.length() - ".ok".length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Makes a folder for one run of a server with a copy of its initialised data in it, under the
     * same name; whoever asked for it deletes it.
     *
     * @param account the account the server runs as
     */
    Path copyOf(Path data, ServerAccount account) throws IOException, InterruptedException {
        Path folder = runFolder();
        account.give(folder);
        account.run(
                List.of(
                        "cp",
                        "-R",
                        "-p",
                        data.toString(),
                        folder.resolve(data.getFileName()).toString()));
        return folder;
    }

    /** Makes a folder for one run of a server; whoever asked for it deletes it. */
    Path runFolder() throws IOException {
        Path runs = open(Files.createDirectories(root.resolve("run")));
        return open(Files.createTempDirectory(runs, ""));
    }

    /** Unpacks a tar stream with its links and executable bits. */
    static void untar(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(packed))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("leads out of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean executable = (entry.getMode() & 0b001_000_000) != 0;
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString(
                                    executable ? OPEN_TO_ALL : "rw-r--r--"));
                }
            }
        }
    }

    /** Deletes a folder and all in it; nothing happens where it is absent. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @org.jspecify.annotations.Nullable IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OPEN_TO_ALL));
    }
}
