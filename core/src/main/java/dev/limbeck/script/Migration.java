package dev.limbeck.script;

import dev.limbeck.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A revision with its files.
 *
 * @param revision what its header says
 * @param files its up and down files, all variants
 * @param dialects where it runs ({@code dialects:} of the header); empty: everywhere
 * @param replaces ids of the revisions this one stands for ({@code replaces:} of the header)
 */
public record Migration(
        Revision revision, List<ScriptFile> files, List<String> dialects, List<String> replaces) {
    public Migration {
        files = List.copyOf(files);
        dialects = List.copyOf(dialects);
        replaces = List.copyOf(replaces);
    }

    /**
     * Returns the file that serves a database.
     *
     * @param variants dialect names, the most specific first
     */
    public Optional<ScriptFile> file(Direction direction, List<String> variants) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns whether its header lets it run on a database; elsewhere it is only recorded. */
    public boolean runsOn(List<String> variants) {
        return dialects.isEmpty() || variants.stream().anyMatch(dialects::contains);
    }
}
