package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change, and the schema before and after it as far as they are known.
 *
 * @param change the change
 * @param before the schema it begins at; empty where nobody said
 * @param after the schema it leads to; empty where nobody said
 */
record Placed(SchemaChange change, Optional<Schema> before, Optional<Schema> after) {
    /** Returns changes whose surroundings nobody knows. */
    static List<Placed> alone(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> new Placed(change, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Returns changes as they follow each other from a schema on. */
    static List<Placed> from(Schema start, List<SchemaChange> changes, SchemaRules rules) {
        SchemaEditor editor = new SchemaEditor(start, rules);
        List<Placed> placed = new ArrayList<>();
        for (SchemaChange change : changes) {
            Schema before = editor.snapshot();
            change.applyTo(editor);
            placed.add(new Placed(change, Optional.of(before), Optional.of(editor.snapshot())));
        }
        return placed;
    }

    Optional<Table> tableBefore(QualifiedName name) {
        return before.flatMap(schema -> schema.table(name));
    }

    Optional<Table> tableAfter(QualifiedName name) {
        return after.flatMap(schema -> schema.table(name));
    }

    /** Returns the table whose {@code ALTER TABLE} makes the change, if it can share one. */
    Optional<QualifiedName> altered() {
        if (change instanceof ColumnChange column) {
            return Optional.of(column.table());
        }
        if (change instanceof PartChange part && part.owner().kind() == ObjectKind.TABLE) {
            return isTrigger(part) ? Optional.empty() : Optional.of(part.owner().name());
        }
        if (change instanceof TableChange.SetOptions options
                && options.relation().kind() == ObjectKind.TABLE) {
            return Optional.of(options.relation().name());
        }
        if (change instanceof DetailChange.SetComment comment
                && comment.owner().kind() == ObjectKind.TABLE) {
            return Optional.of(comment.owner().name());
        }
        return Optional.empty();
    }

    private static boolean isTrigger(PartChange change) {
        PartKind kind;
        if (change instanceof PartChange.Add add) {
            kind = add.part().kind();
        } else if (change instanceof PartChange.Drop drop) {
            kind = drop.part().kind();
        } else if (change instanceof PartChange.Alter alter) {
            kind = alter.after().kind();
        } else {
            kind = ((PartChange.Rename) change).part().kind();
        }
        return kind != PartKind.CONSTRAINT && kind != PartKind.INDEX;
    }
}
