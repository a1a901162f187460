package dev.limbeck.diff;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the changes that lead from one schema to another. Pure functions. */
public final class SchemaDiff {
    private final DiffOptions options;
    private final SchemaEditor editor;
    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaDiff(Schema start, DiffOptions options) {
        this.options = options;
        this.editor = new SchemaEditor(start, options.schemaRules());
    }

    /**
     * Returns the changes that make the desired schema out of the actual one, in an order in which
     * they can run.
     *
     * @param actual what is there, in normal form
     * @param desired what shall be there, in normal form, with what it says about former names
     */
    public static ChangeSet between(Schema actual, Schema desired, DiffOptions options) {
        RenamePhase renames = RenamePhase.of(actual, desired, options);
        SchemaDiff diff = new SchemaDiff(renames.schema(), options);
        List<Diagnostic> notices = new ArrayList<>(renames.notices());
        notices.addAll(RenameGuesses.of(renames.schema(), desired));
        diff.run(desired);
        List<SchemaChange> all =
                options.changeRules().dropsViewsBeforeRenames()
                        ? ViewsBeforeRenames.of(actual, renames, diff.changes)
                        : joined(renames.changes(), diff.changes);
        return new ChangeSet(all, notices);
    }

    private static List<SchemaChange> joined(List<SchemaChange> first, List<SchemaChange> second) {
        List<SchemaChange> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /**
     * Tables that get other parents stand alone while everything else changes: they are detached
     * before and attached after it.
     */
    private void run(Schema desired) {
        SchemaEditor goal = new SchemaEditor(desired, options.schemaRules());
        List<Table> adopted = new ArrayList<>();
        for (Table after : desired.tables()) {
            Optional<Table> before = editor.snapshot().table(after.name());
            if (before.isEmpty() || sameParents(before.get(), after)) {
                continue;
            }
            if (!before.get().parents().isEmpty()) {
                Table detached = options.changeRules().detached(editor.snapshot(), before.get());
                run(new TableChange.Reparent(before.get(), detached));
            }
            if (!after.parents().isEmpty()) {
                adopted.add(after);
            }
        }
        for (Table after : adopted) {
            goal.replace(options.changeRules().detached(desired, after));
        }
        for (Step step : Walk.ordered(editor.snapshot(), goal.snapshot(), options)) {
            step.bind(editor.snapshot()).forEach(this::run);
        }
        for (Table after : adopted) {
            Table standing = editor.table(after.name());
            run(new TableChange.Reparent(standing, after));
        }
    }

    private static boolean sameParents(Table before, Table after) {
        return before.partitionOf().equals(after.partitionOf())
                && before.inherits().equals(after.inherits());
    }

    private void run(SchemaChange change) {
        change.applyTo(editor);
        changes.add(change);
    }
}
