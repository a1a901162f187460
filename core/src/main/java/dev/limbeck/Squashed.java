package dev.limbeck;

import dev.limbeck.proof.DownProof;
import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;

/**
 * Revisions that became one.
 *
 * @param revision the one, by the id of the last of them
 * @param replaced the others
 * @param files its files, as they are shown to the user
 * @param moved where the files from before are now, likewise
 * @param proofs a database each: that the schema is the same as before, and whether its down script
 *     undoes its up script
 */
public record Squashed(
        RevisionId revision,
        List<RevisionId> replaced,
        List<Path> files,
        List<Path> moved,
        List<DownProof> proofs) {
    public Squashed {
        replaced = List.copyOf(replaced);
        files = List.copyOf(files);
        moved = List.copyOf(moved);
        proofs = List.copyOf(proofs);
    }
}
