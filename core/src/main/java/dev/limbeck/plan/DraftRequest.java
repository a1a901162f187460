package dev.limbeck.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a user asks of a new revision.
 *
 * @param parents references to its parents; for a plain revision none means {@code head}, for a
 *     merge {@code heads}
 * @param splice whether a parent may be one that is revised already
 * @param branchLabels labels it shall state
 * @param dependsOn references to what it needs; a label stays a label
 * @param id its id; empty: a new one is made
 */
public record DraftRequest(
        List<String> parents,
        Splice splice,
        List<String> branchLabels,
        List<String> dependsOn,
        Optional<String> id) {
    public DraftRequest {
        parents = List.copyOf(parents);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Whether a new revision may make a branch. */
    public enum Splice {
        /** Each parent is a head. */
        REFUSED,
        /** A parent may be revised already; the new revision begins a branch there. */
        ALLOWED
    }

    /** Returns a request that says only what to build on. */
    public static DraftRequest on(List<String> parents) {
        return new DraftRequest(parents, Splice.REFUSED, List.of(), List.of(), Optional.empty());
    }
}
