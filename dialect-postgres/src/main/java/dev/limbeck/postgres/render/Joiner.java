package dev.limbeck.postgres.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts pieces together: neighbours behind the same head share a statement where that is safe. */
final class Joiner {
    private final List<RenderedStatement> statements = new ArrayList<>();
    private Optional<String> head = Optional.empty();
    private final List<String> actions = new ArrayList<>();
    private final Set<SchemaChange> changes = new LinkedHashSet<>();
    private final List<Hazard> hazards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Set<SchemaChange>> subjects = new HashMap<>();

    /** Adds what some changes are written as. */
    void add(List<SchemaChange> made, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.head().isEmpty() || !fits(made, piece)) {
                flush();
            }
            head = piece.head();
            actions.add(piece.text());
            changes.addAll(made);
            hazards.addAll(piece.hazards());
            notes.addAll(piece.notes());
            piece.subject()
                    .ifPresent(
                            subject ->
                                    subjects.computeIfAbsent(
                                                    subject, absent -> new LinkedHashSet<>())
                                            .addAll(made));
            if (piece.head().isEmpty()) {
                flush();
            }
        }
    }

    private boolean fits(List<SchemaChange> made, Piece piece) {
        boolean changedBefore =
                piece.subject()
                        .map(subjects::get)
                        .filter(earlier -> !made.containsAll(earlier))
                        .isPresent();
        boolean speaksFirst = piece.notes().stream().anyMatch(note -> !Notes.isLoss(note));
        return head.equals(piece.head()) && !speaksFirst && !changedBefore;
    }

    private void flush() {
        if (!actions.isEmpty()) {
            statements.add(
                    new RenderedStatement(
                            text(), List.copyOf(changes), List.copyOf(hazards), notes));
        }
        head = Optional.empty();
        actions.clear();
        changes.clear();
        hazards.clear();
        notes.clear();
        subjects.clear();
    }

    private String text() {
        if (head.isEmpty()) {
            return actions.get(0);
        }
        return actions.size() == 1
                ? head.get() + " " + actions.get(0)
                : head.get() + "\n    " + String.join(",\n    ", actions);
    }

    List<RenderedStatement> finish() {
        flush();
        return List.copyOf(statements);
    }
}
