package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A revision as another tool's file tells it.
 *
 * @param id what that tool knows it by
 * @param revises its parents, where that tool names them; empty: the one before it
 * @param branchLabels labels it states
 * @param dependsOn what it needs applied before, on other lines
 * @param message what it does
 * @param up the script, with directives of ours in front
 * @param down the script that undoes it; empty: there is none
 * @param dialects where it runs; empty: everywhere
 * @param source the file it comes from, as it is shown
 */
public record ForeignRevision(
        String id,
        Optional<List<String>> revises,
        List<String> branchLabels,
        List<String> dependsOn,
        String message,
        String up,
        Optional<String> down,
        List<String> dialects,
        Path source) {
    public ForeignRevision {
        revises = revises.map(List::copyOf);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        dialects = List.copyOf(dialects);
    }

    /** Returns a revision on top of the one before it, of a tool that knows no branches. */
    static ForeignRevision inLine(
            String id, String message, String up, Optional<String> down, Path source) {
        return new ForeignRevision(
                id,
                Optional.empty(),
                List.of(),
                List.of(),
                message,
                up,
                down,
                List.of(),
                ForeignFiles.where(source, 0).file());
    }

    /** Returns this revision, running on some databases only. */
    ForeignRevision on(List<String> names) {
        return new ForeignRevision(
                id, revises, branchLabels, dependsOn, message, up, down, names, source);
    }
}
