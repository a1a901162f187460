package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * One .sql file of a revision.
 *
 * @param path where it is, absolute, links resolved
 * @param shown the path as users see it, relative to where they stand
 * @param direction which way it moves the schema
 * @param stem its name without dialect and ending; up and down pair by it
 * @param variant the dialect it is for; empty: every one
 * @param state what the file was like when its folder was read
 */
public record ScriptFile(
        Path path,
        Path shown,
        Direction direction,
        String stem,
        Optional<String> variant,
        Optional<FileState> state) {

    /** Makes a file about whose earlier state nothing is known. */
    public ScriptFile(
            Path path, Path shown, Direction direction, String stem, Optional<String> variant) {
        this(path, shown, direction, stem, variant, Optional.empty());
    }

    /**
     * Returns the path seen from the project's folder, with slashes, the same whoever runs it from
     * where; a file outside of it keeps its whole path.
     */
    public String pathIn(Path root) {
        Path real = real(root);
        Path named = path.startsWith(real) ? real.relativize(path) : path;
        return named.toString().replace(named.getFileSystem().getSeparator(), "/");
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            // Without its folder the project has no files that would lie in it.
            return root.toAbsolutePath().normalize();
        }
    }

    /** Size and time, by which a file that changes while a command runs is noticed. */
    public record FileState(long size, FileTime modified) {}
}
