package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what has to go before a thing can go: the changes that {@code DROP … CASCADE} stands for,
 * in an order in which they can run, the thing itself last.
 */
public final class Cascade {
    private final SchemaEditor editor;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final Set<ObjectId> going = new HashSet<>();

    private Cascade(Schema schema, SchemaRules rules) {
        this.editor = new SchemaEditor(schema, rules);
    }

    /** Returns the changes that drop an object and whatever depends on it. */
    public static List<SchemaChange> drop(Schema schema, SchemaRules rules, ObjectId object) {
        Cascade cascade = new Cascade(schema, rules);
        cascade.drop(object);
        return cascade.changes;
    }

    /** Returns the changes that drop a column and whatever depends on it. */
    public static List<SchemaChange> dropColumn(
            Schema schema, SchemaRules rules, QualifiedName table, String column) {
        Cascade cascade = new Cascade(schema, rules);
        cascade.dropColumn(table, column);
        return cascade.changes;
    }

    /** Returns the changes that drop a part and whatever depends on it. */
    public static List<SchemaChange> dropPart(
            Schema schema, SchemaRules rules, ObjectId owner, TablePart part) {
        Cascade cascade = new Cascade(schema, rules);
        cascade.dropPart(owner, part);
        return cascade.changes;
    }

    /** Returns the changes that drop several objects and parts and whatever depends on them. */
    static List<SchemaChange> dropAll(Schema schema, SchemaRules rules, Users users) {
        Cascade cascade = new Cascade(schema, rules);
        users.parts()
                .forEach(
                        part -> {
                            if (cascade.has(part.owner(), part.part())) {
                                cascade.dropPart(part.owner(), part.part());
                            }
                        });
        users.columns().forEach(column -> cascade.dropColumn(column.table(), column.column()));
        users.objects().forEach(cascade::drop);
        return cascade.changes;
    }

    private void run(SchemaChange change) {
        change.applyTo(editor);
        changes.add(change);
    }

    private Schema schema() {
        return editor.snapshot();
    }

    private boolean has(ObjectId owner, TablePart part) {
        return schema().find(owner).filter(object -> parts(object).contains(part)).isPresent();
    }

    private static List<TablePart> parts(SchemaObject object) {
        return object instanceof Relation relation ? relation.parts() : List.of();
    }

    private void drop(ObjectId id) {
        if (schema().find(id).isEmpty() || !going.add(id)) {
            return;
        }
        List<Sequence> owned = Ownership.sequencesOf(schema(), id);
        releaseUsers(id);
        owned.forEach(sequence -> releaseUsers(sequence.id()));
        run(new ObjectChange.Drop(editor.get(id), Ownership.sequencesOf(schema(), id)));
    }

    private void releaseUsers(ObjectId id) {
        for (ObjectId from : schema().dependents(id)) {
            schema().find(from).ifPresent(user -> release(user, id));
        }
    }

    /** Takes away what an object has of another that goes. */
    private void release(SchemaObject user, ObjectId gone) {
        if (Ownership.belongsTo(user, gone)) {
            return;
        }
        if (user instanceof CompositeType type && gone.kind() != ObjectKind.NAMESPACE) {
            release(type, gone);
            return;
        }
        if (!(user instanceof Relation relation) || gone.kind() == ObjectKind.NAMESPACE) {
            drop(user.id());
            return;
        }
        Users users = Users.within(relation, gone);
        users.parts()
                .forEach(
                        part -> {
                            if (has(part.owner(), part.part())) {
                                dropPart(part.owner(), part.part());
                            }
                        });
        for (Users.ColumnUse use : users.columns()) {
            if (schema().table(use.table())
                    .flatMap(found -> found.column(use.column()))
                    .isEmpty()) {
                continue;
            }
            if (use.inDefaultOnly()) {
                Column before = editor.column(use.table(), use.column());
                run(
                        new ColumnChange.Alter(
                                use.table(), before, before.withDefault(Optional.empty())));
            } else {
                dropColumn(use.table(), use.column());
            }
        }
        users.objects().forEach(this::drop);
    }

    /** Takes the attributes of a type that goes. */
    private void release(CompositeType type, ObjectId gone) {
        List<CompositeType.Attribute> left =
                type.attributes().stream()
                        .filter(attribute -> !attribute.type().reference().mayMean(gone))
                        .toList();
        if (left.size() == type.attributes().size()) {
            drop(type.id());
        } else {
            run(new ObjectChange.Alter(type, type.withAttributes(left)));
        }
    }

    private void dropPart(ObjectId owner, TablePart part) {
        Relation relation = editor.relation(owner);
        for (Users.PartUse use : Users.foreignKeysOn(schema(), relation, part)) {
            if (has(use.owner(), use.part())) {
                dropPart(use.owner(), use.part());
            }
        }
        run(new PartChange.Drop(owner, part));
    }

    private void dropColumn(QualifiedName table, String column) {
        if (schema().table(table).flatMap(found -> found.column(column)).isEmpty()) {
            return;
        }
        Users users = Users.ofColumn(schema(), table, column);
        users.parts()
                .forEach(
                        part -> {
                            if (has(part.owner(), part.part())) {
                                dropPart(part.owner(), part.part());
                            }
                        });
        users.columns().forEach(use -> dropColumn(use.table(), use.column()));
        users.objects().forEach(this::drop);
        revoke(table, column);
        Ownership.sequencesOf(schema(), table, column)
                .forEach(sequence -> releaseOthers(sequence, table, column));
        Table now = editor.table(table);
        run(
                new ColumnChange.Drop(
                        table,
                        editor.column(table, column),
                        Optional.of(ColumnPosition.of(now.columns(), column)),
                        Ownership.sequencesOf(schema(), table, column)));
    }

    private void revoke(QualifiedName table, String column) {
        Table now = editor.table(table);
        for (Grant grant : now.details().grants()) {
            if (grant.column().filter(column::equals).isPresent()) {
                run(new DetailChange.RevokePrivilege(now.id(), grant));
            }
        }
    }

    /** Takes a column's sequence from the defaults of other columns. */
    private void releaseOthers(Sequence sequence, QualifiedName table, String column) {
        for (ObjectId from : schema().dependents(sequence.id())) {
            SchemaObject user = editor.get(from);
            if (user instanceof Table other && other.name().equals(table)) {
                for (Users.ColumnUse use : Users.within(other, sequence.id()).columns()) {
                    if (!use.column().equals(column)) {
                        Column before = editor.column(table, use.column());
                        run(
                                new ColumnChange.Alter(
                                        table, before, before.withDefault(Optional.empty())));
                    }
                }
            } else {
                release(user, sequence.id());
            }
        }
    }
}
