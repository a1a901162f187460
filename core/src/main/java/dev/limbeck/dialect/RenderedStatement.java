package dev.limbeck.dialect;

import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import java.util.List;

/**
 * One statement of a generated script.
 *
 * @param sql its text without terminator
 * @param changes the changes that it makes or takes part in making
 * @param hazards what about it can hurt on this database, beside what {@link
 *     SchemaChange#hazards()} says already; one that can't share a transaction says so here
 * @param notes lines of comment to stand before it
 */
public record RenderedStatement(
        String sql, List<SchemaChange> changes, List<Hazard> hazards, List<String> notes) {
    public RenderedStatement {
        changes = List.copyOf(changes);
        hazards = List.copyOf(hazards);
        notes = List.copyOf(notes);
    }

    /** Returns a statement that makes one change and has nothing peculiar. */
    public static RenderedStatement of(String sql, SchemaChange change) {
        return new RenderedStatement(sql, List.of(change), List.of(), List.of());
    }

    /** Returns whether it can't share a transaction with other statements. */
    public boolean needsOwnTransaction() {
        return hazards.stream()
                .anyMatch(hazard -> hazard.kind() == Hazard.Kind.NEEDS_OWN_TRANSACTION);
    }
}
