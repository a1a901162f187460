package dev.limbeck;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to check without a database.
 *
 * @param from a revision; what it and its ancestors hold is replayed and not checked; empty: all is
 *     checked
 * @param dialects the databases whose scripts are replayed; empty: the configured one
 * @param queries files or folders of SQL that an application runs; empty: the revisions themselves
 *     are checked
 * @param at the revisions at which queries are checked; empty: the heads
 */
public record ValidationRequest(
        Optional<String> from, List<String> dialects, List<Path> queries, List<String> at) {
    public ValidationRequest {
        dialects = List.copyOf(dialects);
        queries = List.copyOf(queries);
        at = List.copyOf(at);
    }

    /** Returns the request to check all revisions for the configured database. */
    public static ValidationRequest standard() {
        return new ValidationRequest(Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Returns this request for some databases. */
    public ValidationRequest on(List<String> names) {
        return new ValidationRequest(from, names, queries, at);
    }

    /** Returns this request for what is newer than a revision. */
    public ValidationRequest after(Optional<String> reference) {
        return new ValidationRequest(reference, dialects, queries, at);
    }

    /** Returns the request to check queries at some revisions. */
    public ValidationRequest ofQueries(List<Path> files, List<String> references) {
        return new ValidationRequest(from, dialects, files, references);
    }
}
