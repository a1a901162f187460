package dev.limbeck.plan;

import dev.limbeck.revision.RevisionId;

/** One change to the rows of the version table; each must touch exactly one row. */
public sealed interface VersionChange {
    record Insert(RevisionId id) implements VersionChange {}

    record Update(RevisionId from, RevisionId to) implements VersionChange {}

    record Delete(RevisionId id) implements VersionChange {}
}
