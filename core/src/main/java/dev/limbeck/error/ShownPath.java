package dev.limbeck.error;

import java.nio.file.Path;

/** Paths as users want to read them. */
public final class ShownPath {
    private ShownPath() {}

    /** Returns a path relative to the folder the process works in, where it lies below that. */
    public static Path of(Path path) {
        return from(Path.of("").toAbsolutePath(), path);
    }

    /** Returns a path relative to a folder where it lies below it; otherwise absolute. */
    public static Path from(Path folder, Path path) {
        Path absolute = folder.resolve(path).normalize();
        return absolute.startsWith(folder) && !absolute.equals(folder)
                ? folder.relativize(absolute)
                : absolute;
    }
}
