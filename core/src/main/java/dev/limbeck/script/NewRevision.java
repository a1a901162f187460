package dev.limbeck.script;

import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A revision that is to be written.
 *
 * @param message its first header line; may be empty
 * @param id its id; empty: a new one is made
 * @param revises ids of its parents, in the header's order
 * @param branchLabels labels it states
 * @param dependsOn ids or labels it needs applied before
 * @param dialects where it runs; empty: everywhere
 * @param replaces ids of revisions that it stands for, besides its own
 * @param folder the configured folder to write into; empty: the first parent's
 * @param scripts the texts, one a variant; empty: one pair without statements
 */
public record NewRevision(
        String message,
        Optional<String> id,
        List<String> revises,
        List<String> branchLabels,
        List<String> dependsOn,
        List<String> dialects,
        List<String> replaces,
        Optional<Path> folder,
        List<ScriptPair> scripts) {
    public NewRevision {
        revises = List.copyOf(revises);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        dialects = List.copyOf(dialects);
        replaces = List.copyOf(replaces);
        scripts = List.copyOf(scripts);
    }

    /** Makes a revision that stands for itself alone. */
    public NewRevision(
            String message,
            Optional<String> id,
            List<String> revises,
            List<String> branchLabels,
            List<String> dependsOn,
            List<String> dialects,
            Optional<Path> folder,
            List<ScriptPair> scripts) {
        this(message, id, revises, branchLabels, dependsOn, dialects, List.of(), folder, scripts);
    }

    /** Returns an empty pair of files on top of some revisions. */
    public static NewRevision on(List<String> revises, String message) {
        return new NewRevision(
                message,
                Optional.empty(),
                revises,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Returns this revision on top of another. */
    NewRevision on(RevisionId parent) {
        return new NewRevision(
                message,
                id,
                List.of(parent.value()),
                branchLabels,
                dependsOn,
                dialects,
                replaces,
                folder,
                scripts);
    }

    /**
     * The texts of one variant, without header.
     *
     * @param variant the dialect they are for; empty: every one
     * @param down what undoes it; empty: no file is written for it
     */
    public record ScriptPair(Optional<String> variant, String up, Optional<String> down) {
        public ScriptPair(Optional<String> variant, String up, String down) {
            this(variant, up, Optional.of(down));
        }
    }
}
