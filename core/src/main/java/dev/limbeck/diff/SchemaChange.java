package dev.limbeck.diff;

import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One step from a schema towards another.
 *
 * <p>A change keeps both sides of what it replaces, so rendering it, undoing it and judging it are
 * functions of the change alone.
 */
public sealed interface SchemaChange
        permits ObjectChange,
                DetailChange,
                TableChange,
                ColumnChange,
                PartChange,
                EnumChange,
                UnknownEffect {
    /** Returns the change that restores the definition; rows deleted on the way stay deleted. */
    SchemaChange inverse();

    /** Returns its name in listings: {@code CreateTable}, {@code AddForeignKey}. */
    String kind();

    /** Returns the name of what it changes: {@code account}, {@code account.email}. */
    String object();

    /** Returns what it does in a few words: {@code add column account.email}. */
    String summary();

    /**
     * Makes the change in a schema.
     *
     * @throws dev.limbeck.error.SchemaException when the schema isn't what the change expects
     */
    void applyTo(SchemaEditor editor);

    /** Calls the method for this kind of change. */
    <R> R accept(SchemaChangeVisitor<R> visitor);

    /** Returns what about it can hurt on any database; a dialect knows more. */
    default List<Hazard> hazards() {
        return accept(new Hazards());
    }

    /** Returns whether it deletes data. */
    default boolean destructive() {
        return hazards().stream().anyMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS);
    }

    /**
     * Returns the changes that undo {@code changes}: each one inverted, the last one first. Where
     * names change, routines whose bodies are but texts come after all else: what they say is true
     * only once everything bears its old name.
     */
    static List<SchemaChange> undo(List<SchemaChange> changes) {
        List<SchemaChange> undone =
                new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
        Collections.reverse(undone);
        return undone.stream().anyMatch(SchemaChange::changesMeaning)
                ? BodiesLast.of(undone)
                : List.copyOf(undone);
    }

    private static boolean changesMeaning(SchemaChange change) {
        return change instanceof ObjectChange.Rename
                || (change instanceof ObjectChange.Alter alter
                        && alter.after() instanceof CompositeType)
                || change instanceof ColumnChange.Rename
                || change instanceof EnumChange.RenameValue;
    }
}
