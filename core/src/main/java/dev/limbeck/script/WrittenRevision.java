package dev.limbeck.script;

import dev.limbeck.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/**
 * A revision whose files now exist.
 *
 * @param revision what its header says
 * @param files its files as they should be shown to the user, up before down
 */
public record WrittenRevision(Revision revision, List<Path> files) {
    public WrittenRevision {
        files = List.copyOf(files);
    }
}
