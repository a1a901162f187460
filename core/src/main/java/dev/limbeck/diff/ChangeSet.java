package dev.limbeck.diff;

import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * What a diff found.
 *
 * @param changes the changes in an order in which they can run
 * @param notices what the user should know: probable renames with the line to add, hints that lead
 *     nowhere, things that can't be compared
 */
public record ChangeSet(List<SchemaChange> changes, List<Diagnostic> notices) {
    public ChangeSet {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }

    /** Returns whether both sides are equal. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the changes of the way back. */
    public List<SchemaChange> undo() {
        return SchemaChange.undo(changes);
    }
}
