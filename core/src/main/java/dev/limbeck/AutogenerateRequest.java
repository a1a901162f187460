package dev.limbeck;

import dev.limbeck.autogenerate.Side;
import dev.limbeck.plan.DraftRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A revision that is to be written from a comparison.
 *
 * @param from what is there
 * @param to what shall be there
 * @param dialects one pair of files for each of these; none: one pair for every database
 * @param draft what it revises, its labels, its id
 * @param message its first line
 * @param folder the configured folder it goes to; empty: the first parent's
 */
public record AutogenerateRequest(
        Side from,
        Side to,
        List<String> dialects,
        DraftRequest draft,
        String message,
        Optional<Path> folder) {
    public AutogenerateRequest {
        dialects = List.copyOf(dialects);
    }

    /** Returns the request that brings the database to the desired state, on top of head. */
    public static AutogenerateRequest of(String message) {
        return new AutogenerateRequest(
                new Side.Database(),
                new Side.Desired(),
                List.of(),
                DraftRequest.on(List.of()),
                message,
                Optional.empty());
    }
}
