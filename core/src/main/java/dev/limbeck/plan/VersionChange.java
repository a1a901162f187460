package dev.limbeck.plan;

import dev.limbeck.revision.RevisionId;
import java.util.Optional;

/** One change to the rows of the version table; each must touch exactly one row. */
public sealed interface VersionChange {
    /** Returns the row that goes. */
    Optional<RevisionId> removed();

    /** Returns the row that comes. */
    Optional<RevisionId> added();

    record Insert(RevisionId id) implements VersionChange {
        @Override
        public Optional<RevisionId> removed() {
            return Optional.empty();
        }

        @Override
        public Optional<RevisionId> added() {
            return Optional.of(id);
        }
    }

    record Update(RevisionId from, RevisionId to) implements VersionChange {
        @Override
        public Optional<RevisionId> removed() {
            return Optional.of(from);
        }

        @Override
        public Optional<RevisionId> added() {
            return Optional.of(to);
        }
    }

    record Delete(RevisionId id) implements VersionChange {
        @Override
        public Optional<RevisionId> removed() {
            return Optional.of(id);
        }

        @Override
        public Optional<RevisionId> added() {
            return Optional.empty();
        }
    }
}
