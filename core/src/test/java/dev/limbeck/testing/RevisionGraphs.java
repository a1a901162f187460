package dev.limbeck.testing;

import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Graphs written in one line.
 *
 * <p>{@code "a; b,c <- a; d <- b,c"} is the diamond. {@code yy02(yline) <- yy01 & xx01} states a
 * label and a dependency. Each revision has a file of its own, also where an id is there twice; its
 * message is {@code note} and its id.
 */
public final class RevisionGraphs {
    private static final Pattern REVISIONS =
            Pattern.compile("(?<ids>[^<&]*)(<-(?<parents>[^&]*))?(&(?<dependencies>.*))?");
    private static final Pattern ID = Pattern.compile("([^,()\\s]+)(\\(([^)]*)\\))?");

    private RevisionGraphs() {}

    /** Returns the graph that a text means. */
    public static RevisionGraph of(String text) {
        return RevisionGraph.of(revisions(text));
    }

    /** Returns the revisions that a text means, in its order, whether they form a graph or not. */
    public static List<Revision> revisions(String text) {
        List<Revision> revisions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                several(part.strip(), revisions, seen);
            }
        }
        return revisions;
    }

    /** Returns the rows that a list of ids means. */
    public static HeadSet rows(String ids) {
        return HeadSet.of(names(ids).stream().map(RevisionId::new).toList());
    }

    private static void several(String part, List<Revision> revisions, Set<String> seen) {
        Matcher matcher = REVISIONS.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a revision: " + part);
        }
        List<String> parents = names(matcher.group("parents"));
        List<String> dependencies = names(matcher.group("dependencies"));
        Matcher ids = ID.matcher(matcher.group("ids"));
        while (ids.find()) {
            String id = ids.group(1);
            String slug = seen.add(id) ? "_note" : "_copy";
            Path file = Path.of("migrations", id + slug + ".up.sql");
            revisions.add(revision(id, file, parents, names(ids.group(3)), dependencies));
        }
    }

    private static Revision revision(
            String id,
            Path file,
            List<String> parents,
            List<String> labels,
            List<String> dependencies) {
        return new Revision(
                new RevisionId(id),
                parents,
                labels,
                dependencies,
                "note " + id,
                Optional.of(Instant.parse("2026-11-23T10:00:00Z")),
                file,
                Map.of(
                        "revision", new SourceLocation(file, 3, 14),
                        "revises", new SourceLocation(file, 4, 13),
                        "branch-labels", new SourceLocation(file, 5, 19),
                        "depends-on", new SourceLocation(file, 6, 16)));
    }

    private static List<String> names(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
