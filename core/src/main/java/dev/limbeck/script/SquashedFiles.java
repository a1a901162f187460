package dev.limbeck.script;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that took the place of others.
 *
 * @param moved where the others were, and where they are now
 * @param written the new files
 */
public record SquashedFiles(Map<Path, Path> moved, List<Path> written) {
    public SquashedFiles {
        moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
        written = List.copyOf(written);
    }

    /** Puts everything back. */
    public void undo() {
        FileSet.deleteAndMoveBack(written, moved);
    }
}
