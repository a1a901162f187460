package dev.limbeck.script;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the files of revisions lie that another one took the place of: in a hidden folder beside
 * it, which no ordinary reading enters.
 */
final class ReplacedFiles {
    private static final String FOLDER = ".replaced";

    private ReplacedFiles() {}

    /**
     * Returns the folder of what a revision stands for.
     *
     * @param file one of the revision's own files
     */
    static Path folder(Path file, String revision) {
        Path beside = Objects.requireNonNull(file.getParent());
        Path above = beside.getParent();
        if (above != null && above.endsWith(FOLDER)) {
            return above.resolve(revision);
        }
        return beside.resolve(FOLDER).resolve(revision);
    }
}
