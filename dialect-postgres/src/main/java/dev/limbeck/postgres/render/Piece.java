package dev.limbeck.postgres.render;

import dev.limbeck.diff.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a script before statements are put together: a whole statement, or one action of an
 * {@code ALTER TABLE} that others may join.
 *
 * @param head what an action stands behind, {@code ALTER TABLE account}; empty for a statement
 * @param text the statement or the action
 * @param subject what must not stand in one statement with an earlier change of the same thing;
 *     empty: no such thing
 * @param hazards what can hurt about it
 * @param notes lines of comment to stand before it
 */
record Piece(
        Optional<String> head,
        String text,
        Optional<String> subject,
        List<Hazard> hazards,
        List<String> notes) {
    Piece {
        hazards = List.copyOf(hazards);
        notes = List.copyOf(notes);
    }

    /** Returns a whole statement. */
    static Piece statement(String text) {
        return new Piece(Optional.empty(), text, Optional.empty(), List.of(), List.of());
    }

    /** Returns an action that can share a statement with others behind the same head. */
    static Piece action(String head, String text) {
        return new Piece(Optional.of(head), text, Optional.empty(), List.of(), List.of());
    }

    Piece about(String newSubject) {
        return new Piece(head, text, Optional.of(newSubject), hazards, notes);
    }

    Piece hazard(Hazard.Kind kind, String reason) {
        List<Hazard> more = new ArrayList<>(hazards);
        more.add(Hazard.of(kind, reason));
        return new Piece(head, text, subject, more, notes);
    }

    Piece note(String... lines) {
        List<String> more = new ArrayList<>(notes);
        more.addAll(List.of(lines));
        return new Piece(head, text, subject, hazards, more);
    }
}
