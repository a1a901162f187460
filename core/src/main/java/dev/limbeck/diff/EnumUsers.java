package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who uses an enum type, and what of it stands in the way when the type is made anew. */
final class EnumUsers {
    private final Schema schema;
    private final ObjectId type;
    private final ChangeRules rules;
    private final List<ObjectId> over;
    private final List<EnumChange.Use> columns = new ArrayList<>();
    private final Set<ObjectId> objects = new LinkedHashSet<>();
    private final Set<Users.PartUse> parts = new LinkedHashSet<>();
    private final Set<Users.ColumnUse> generated = new LinkedHashSet<>();

    private EnumUsers(Schema schema, ObjectId type, ChangeRules rules) {
        this.schema = schema;
        this.type = type;
        this.rules = rules;
        this.over = TypesOver.of(schema, type);
    }

    static EnumChange.Users of(Schema schema, QualifiedName name, DiffOptions options) {
        ObjectId type = ObjectId.of(ObjectKind.ENUM_TYPE, name);
        EnumUsers users = new EnumUsers(schema, type, options.changeRules());
        users.collect();
        Users blocking =
                new Users(
                        List.copyOf(users.objects),
                        List.copyOf(users.parts),
                        List.copyOf(users.generated));
        List<SchemaChange> suspended =
                new ArrayList<>(Cascade.dropAll(schema, options.schemaRules(), blocking));
        SchemaEditor editor = new SchemaEditor(schema, options.schemaRules());
        suspended.forEach(change -> change.applyTo(editor));
        for (SchemaChange change : users.shelters(editor)) {
            change.applyTo(editor);
            suspended.add(change);
        }
        return new EnumChange.Users(users.columnsIn(editor.snapshot()), suspended);
    }

    /** Returns the columns of the type as they are once what stands in the way is gone. */
    private List<EnumChange.Use> columnsIn(Schema cleared) {
        List<EnumChange.Use> found = new ArrayList<>();
        for (EnumChange.Use use : columns) {
            cleared.table(use.table())
                    .flatMap(table -> table.column(use.column().name()))
                    .ifPresent(column -> found.add(new EnumChange.Use(use.table(), column)));
        }
        return found;
    }

    private void collect() {
        for (ObjectId from : schema.dependents(type)) {
            SchemaObject user = schema.find(from).orElseThrow();
            if (user instanceof Table table) {
                columnsOf(table, type)
                        .forEach(column -> columns.add(new EnumChange.Use(table.name(), column)));
            }
            collectUser(user, type);
        }
        for (ObjectId made : over) {
            schema.dependents(made)
                    .forEach(from -> collectUser(schema.find(from).orElseThrow(), made));
        }
    }

    private static List<Column> columnsOf(Table table, ObjectId type) {
        return table.columns().stream()
                .filter(column -> column.type().reference().mayMean(type))
                .toList();
    }

    private void collectUser(SchemaObject user, ObjectId used) {
        if (user instanceof Table table) {
            columnsOf(table, used).forEach(column -> collectBlocking(table, column));
        }
        if (user instanceof Relation relation) {
            Users inside = Users.within(relation, used);
            parts.addAll(inside.parts());
            objects.addAll(inside.objects());
        } else if (user instanceof Routine) {
            objects.add(user.id());
        }
    }

    /** Returns the changes that take the types made of this one away, their columns kept. */
    private List<SchemaChange> shelters(SchemaEditor editor) {
        List<SchemaChange> changes = new ArrayList<>();
        Schema now = editor.snapshot();
        for (ObjectId made : over) {
            ColumnType shelter = shelter(now.find(made).orElseThrow());
            for (ObjectId from : now.dependents(made)) {
                if (now.find(from).orElseThrow() instanceof Table table) {
                    for (Column column : columnsOf(table, made)) {
                        ColumnType type =
                                shelter.withArrayDimensions(column.type().arrayDimensions());
                        changes.add(
                                new ColumnChange.Alter(
                                        table.name(),
                                        column,
                                        column.withDefault(Optional.empty()).withType(type)));
                    }
                }
            }
        }
        for (ObjectId made : over) {
            changes.add(new ObjectChange.Drop(now.find(made).orElseThrow()));
        }
        return changes;
    }

    /** Returns a type for values to wait in that is not made of this one. */
    private ColumnType shelter(SchemaObject made) {
        ColumnType refuge = rules.refuge(made);
        for (ObjectId id : schema.resolve(refuge.reference())) {
            if (id.equals(type) || over.contains(id)) {
                return shelter(schema.find(id).orElseThrow());
            }
        }
        return refuge;
    }

    private void collectBlocking(Table table, Column column) {
        Users users = Users.ofColumn(schema, table.name(), column.name());
        for (ObjectId id : users.objects()) {
            if (rules.blocks(schema.find(id).orElseThrow(), column, column)) {
                objects.add(id);
            }
        }
        for (Users.PartUse use : users.parts()) {
            TablePart part = use.part();
            if (rules.blocks(part, column, column)) {
                parts.add(use);
            }
        }
        for (Users.ColumnUse use : users.columns()) {
            Column computed =
                    schema.table(use.table())
                            .flatMap(found -> found.column(use.column()))
                            .orElseThrow();
            if (rules.blocks(computed, column, column)) {
                generated.add(use);
            }
        }
    }
}
