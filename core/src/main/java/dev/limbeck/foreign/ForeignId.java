package dev.limbeck.foreign;

import dev.limbeck.revision.RevisionId;

/** Ids of other tools, which know other rules. */
final class ForeignId {
    private ForeignId() {}

    /** Returns an id with what is illegal here replaced, and cut where it is too long. */
    static String legal(String id) {
        String cleaned = id.strip().replaceAll("[@+:,\\s-]+", "_");
        String named = cleaned.isEmpty() ? "_" : cleaned;
        String cut =
                named.length() > RevisionId.MAX_LENGTH
                        ? named.substring(0, RevisionId.MAX_LENGTH)
                        : named;
        return RevisionId.problemWith(cut).isEmpty() ? cut : "_" + cut;
    }
}
