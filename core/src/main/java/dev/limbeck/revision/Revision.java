package dev.limbeck.revision;

import dev.limbeck.error.SourceLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One revision as its header states it; what follows from other revisions is the graph's.
 *
 * @param id its name
 * @param revises the revisions it builds on (its down-revisions), in the header's order; empty: a
 *     base; several: a merge. Texts, since a header may name what does not exist
 * @param branchLabels the labels its own header states
 * @param dependsOn ids or labels it needs applied before, in the header's order
 * @param message the first comment line of its file
 * @param created when it was written, where the header says
 * @param path the up file, as it should be shown to the user
 * @param places where the value of each header key stands ({@code "revision"}, {@code "revises"},
 *     …), and by {@link #item} each further name of a list
 */
public record Revision(
        RevisionId id,
        List<String> revises,
        List<String> branchLabels,
        List<String> dependsOn,
        String message,
        Optional<Instant> created,
        Path path,
        Map<String, SourceLocation> places) {
    public Revision {
        revises = List.copyOf(revises);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        places = Map.copyOf(places);
    }

    /** Returns where a header key stands, or the top of the file where it was not found. */
    public SourceLocation place(String key) {
        return places.getOrDefault(key, SourceLocation.top(path));
    }

    /** Returns where one name of a list stands. */
    public SourceLocation place(String key, String name) {
        return places.getOrDefault(item(key, name), place(key));
    }

    /** Returns the key of {@link #places} of a name in a list, other than its first. */
    public static String item(String key, String name) {
        return key + ": " + name;
    }
}
