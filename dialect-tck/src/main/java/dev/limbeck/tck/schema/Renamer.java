package dev.limbeck.tck.schema;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.SchemaException;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.RenameHint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Renames tables, columns and enum values of a schema at random, and leaves in the outcome the
 * hints that a person would write.
 */
public final class Renamer {
    private final Random random;
    private final SchemaEditor editor;
    private final List<RenameHint> hints = new ArrayList<>();

    private Renamer(Schema schema, Random random, SchemaRules rules) {
        this.random = random;
        this.editor = new SchemaEditor(schema, rules);
    }

    /** Returns a schema with some things renamed and the hints that say so. */
    public static Schema renamed(Schema schema, Random random, SchemaRules rules) {
        Renamer renamer = new Renamer(schema, random, rules);
        Map<QualifiedName, QualifiedName> tables = renamer.renameTables();
        renamer.renameColumns();
        renamer.renameValues();
        tables.forEach((from, to) -> renamer.hints.add(RenameHint.of(ObjectId.table(to), from)));
        return renamer.editor.snapshot().withRenameHints(renamer.hints);
    }

    /** Moves the names of some tables on by one; sometimes in a ring. */
    private Map<QualifiedName, QualifiedName> renameTables() {
        List<QualifiedName> drawn = new ArrayList<>();
        for (Table table : editor.snapshot().tables()) {
            if (random.nextInt(3) == 0) {
                drawn.add(table.name());
            }
        }
        Collections.shuffle(drawn, random);
        Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
        for (QualifiedName name : drawn) {
            QualifiedName target = name.sibling("n" + (1 + random.nextInt(9)));
            if (editor.snapshot().named(target).isEmpty()
                    && run(new ObjectChange.Rename(ObjectId.table(name), target))) {
                renamed.put(name, target);
            }
        }
        return renamed;
    }

    private void renameColumns() {
        for (Table table : editor.snapshot().tables()) {
            List<String> columns = new ArrayList<>(table.columnNames());
            Collections.shuffle(columns, random);
            int count = random.nextInt(3);
            for (String column : columns.subList(0, Math.min(count, columns.size()))) {
                String target = "n" + (1 + random.nextInt(9));
                if (table.partitionOf().isEmpty()
                        && run(new ColumnChange.Rename(table.name(), column, target))) {
                    hints.add(RenameHint.of(PartId.column(table.name(), target), column));
                }
            }
        }
    }

    private void renameValues() {
        for (SchemaObject object : editor.snapshot().objects(ObjectKind.ENUM_TYPE)) {
            EnumType type = (EnumType) object;
            String value = type.values().get(random.nextInt(type.values().size()));
            if (random.nextBoolean() && !type.values().contains("new")) {
                run(new EnumChange.RenameValue(type, value, "new"));
                hints.add(RenameHint.of(new PartId(type.id(), PartKind.VALUE, "new"), value));
            }
        }
    }

    private boolean run(SchemaChange change) {
        try {
            change.applyTo(editor);
            return true;
        } catch (SchemaException e) {
            // The name is taken: this thing keeps its own.
            return false;
        }
    }
}
