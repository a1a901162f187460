package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What the header of a revision that is yet to be written will say.
 *
 * @param id the id the user asked for; empty: a new one is made
 * @param revises its parents, in the order they were named
 * @param branchLabels the labels it states
 * @param dependsOn ids and labels it needs applied before
 * @param proposedMessage a message, for the user who gave none
 * @param notices what the user should be told
 */
public record RevisionDraft(
        Optional<RevisionId> id,
        List<RevisionId> revises,
        List<String> branchLabels,
        List<String> dependsOn,
        Optional<String> proposedMessage,
        List<Diagnostic> notices) {
    public RevisionDraft {
        revises = List.copyOf(revises);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        notices = List.copyOf(notices);
    }
}
