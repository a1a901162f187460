package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds who uses an enum type, and what of it stands in the way when the type is made anew. */
final class EnumUsers {
    private final Schema schema;
    private final ObjectId type;
    private final ChangeRules rules;
    private final List<EnumChange.Use> columns = new ArrayList<>();
    private final Set<ObjectId> objects = new LinkedHashSet<>();
    private final Set<Users.PartUse> parts = new LinkedHashSet<>();
    private final Set<Users.ColumnUse> generated = new LinkedHashSet<>();

    private EnumUsers(Schema schema, ObjectId type, ChangeRules rules) {
        this.schema = schema;
        this.type = type;
        this.rules = rules;
    }

    static EnumChange.Users of(Schema schema, QualifiedName name, DiffOptions options) {
        ObjectId type = ObjectId.of(ObjectKind.ENUM_TYPE, name);
        EnumUsers users = new EnumUsers(schema, type, options.changeRules());
        for (ObjectId from : schema.dependents(type)) {
            users.collect(schema.find(from).orElseThrow());
        }
        Users blocking =
                new Users(
                        List.copyOf(users.objects),
                        List.copyOf(users.parts),
                        List.copyOf(users.generated));
        return new EnumChange.Users(
                users.columns, Cascade.dropAll(schema, options.schemaRules(), blocking));
    }

    private void collect(SchemaObject user) {
        if (user instanceof Table table) {
            for (Column column : table.columns()) {
                if (column.type().name().equals(type.name())) {
                    columns.add(new EnumChange.Use(table.name(), column));
                    collectBlocking(table, column);
                }
            }
        }
        if (user instanceof Relation relation) {
            Users inside = Users.within(relation, type);
            parts.addAll(inside.parts());
            objects.addAll(inside.objects());
        } else if (user instanceof Routine) {
            objects.add(user.id());
        }
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
