package dev.limbeck.error;

import java.nio.file.Path;

/**
 * A place in a file.
 *
 * @param file the file, as it should be shown to the user
 * @param line 1-based line, or 0 where the whole file is meant
 * @param column 1-based column in UTF-16 code units, or 0 where the whole line is meant
 */
public record SourceLocation(Path file, int line, int column) {
    public SourceLocation {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative position: " + line + ":" + column);
        }
    }

    /** Returns the location that means a file as a whole. */
    public static SourceLocation of(Path file) {
        return new SourceLocation(file, 0, 0);
    }

    /** Returns a script's first character, for what concerns the script as a whole. */
    public static SourceLocation top(Path file) {
        return new SourceLocation(file, 1, 1);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file.toString();
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
