package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Who uses a thing: whole objects, parts of relations, columns.
 *
 * @param objects objects that use it as such: by a query, a head, an inheritance
 * @param parts parts that use it
 * @param columns columns that use it
 */
record Users(List<ObjectId> objects, List<PartUse> parts, List<ColumnUse> columns) {
    /** A part that uses something. */
    record PartUse(ObjectId owner, TablePart part) {}

    /**
     * A column that uses something.
     *
     * @param inDefaultOnly whether only its default does, so that the column can stay
     */
    record ColumnUse(QualifiedName table, String column, boolean inDefaultOnly) {}

    /** Returns what within a relation uses another object; owned sequences are passed over. */
    static Users within(Relation relation, ObjectId used) {
        List<ObjectId> objects = new ArrayList<>();
        List<PartUse> parts = new ArrayList<>();
        List<ColumnUse> columns = new ArrayList<>();
        if (relation instanceof Table table) {
            if (table.parents().stream().anyMatch(parent -> ObjectId.table(parent).equals(used))) {
                objects.add(table.id());
            }
            for (Column column : table.columns()) {
                boolean always =
                        means(column.type().reference(), used)
                                || column.generated()
                                        .filter(
                                                computed ->
                                                        mean(
                                                                computed.expression().references(),
                                                                used))
                                        .isPresent();
                boolean inDefault =
                        column.defaultValue()
                                .filter(text -> mean(text.references(), used))
                                .isPresent();
                if (always || inDefault) {
                    columns.add(new ColumnUse(table.name(), column.name(), !always));
                }
            }
        } else if (mean(queryReferences(relation), used)) {
            objects.add(relation.id());
        }
        for (TablePart part : relation.parts()) {
            if (mean(part.references(), used)) {
                parts.add(new PartUse(relation.id(), part));
            }
        }
        return new Users(objects, parts, columns);
    }

    private static boolean mean(Collection<Reference> references, ObjectId used) {
        return references.stream().anyMatch(reference -> means(reference, used));
    }

    private static boolean means(Reference reference, ObjectId used) {
        return reference.mayMean(used);
    }

    private static Collection<Reference> queryReferences(Relation relation) {
        if (relation instanceof View view) {
            return view.query().text().references();
        }
        return relation instanceof MaterializedView view
                ? view.query().text().references()
                : List.of();
    }

    /**
     * Returns what uses a column of a table, in the table itself, in its children and elsewhere;
     * defaults never do, owned sequences are passed over.
     */
    static Users ofColumn(Schema schema, QualifiedName name, String column) {
        List<ObjectId> objects = new ArrayList<>();
        List<PartUse> parts = new ArrayList<>();
        List<ColumnUse> columns = new ArrayList<>();
        for (QualifiedName member : family(schema, name)) {
            Table table = schema.table(member).orElseThrow();
            for (TablePart part : table.parts()) {
                if (part.columns(member).contains(column)
                        || Reference.mayUse(part.references(), member, column)) {
                    parts.add(new PartUse(table.id(), part));
                }
            }
            for (Column other : table.columns()) {
                if (!other.name().equals(column)
                        && other.generated()
                                .filter(
                                        computed ->
                                                Reference.mayUse(
                                                        computed.expression().references(),
                                                        member,
                                                        column))
                                .isPresent()) {
                    columns.add(new ColumnUse(member, other.name(), false));
                }
            }
            for (ObjectId from : schema.dependents(table.id())) {
                SchemaObject user = schema.find(from).orElseThrow();
                if (user instanceof Relation relation) {
                    collect(relation, member, column, objects, parts);
                } else if (!(user instanceof Sequence)
                        && Reference.mayUse(user.references(), member, column)) {
                    objects.add(from);
                }
            }
        }
        return new Users(objects, parts, columns);
    }

    private static void collect(
            Relation user,
            QualifiedName table,
            String column,
            List<ObjectId> objects,
            List<PartUse> parts) {
        if (Reference.mayUse(queryReferences(user), table, column)) {
            objects.add(user.id());
        }
        for (TablePart part : user.parts()) {
            boolean uses =
                    part instanceof ForeignKey key
                            ? key.table().equals(table) && key.tableColumns().contains(column)
                            : Reference.mayUse(part.references(), table, column);
            if (uses) {
                parts.add(new PartUse(user.id(), part));
            }
        }
    }

    private static Collection<QualifiedName> family(Schema schema, QualifiedName table) {
        Collection<QualifiedName> members = new TreeSet<>();
        List<QualifiedName> waiting = new ArrayList<>(List.of(table));
        while (!waiting.isEmpty()) {
            QualifiedName next = waiting.remove(waiting.size() - 1);
            if (members.add(next)) {
                Inheritance.children(schema, next).forEach(child -> waiting.add(child.name()));
            }
        }
        return members;
    }

    /** Returns whether an object names a relation and none of its columns. */
    static boolean mayUseAnyColumn(SchemaObject user, QualifiedName relation) {
        return Reference.mayUse(user.references(), relation, "");
    }

    /** Returns the foreign keys that rely on a part because it holds their target columns apart. */
    static List<PartUse> foreignKeysOn(Schema schema, Relation owner, TablePart part) {
        List<PartUse> found = new ArrayList<>();
        if (part.uniqueColumns().isEmpty()) {
            return found;
        }
        TreeSet<String> key = new TreeSet<>(part.uniqueColumns().get());
        List<ObjectId> candidates = new ArrayList<>(schema.dependents(owner.id()));
        candidates.add(owner.id());
        for (ObjectId id : candidates) {
            if (schema.find(id).orElse(owner) instanceof Relation relation) {
                for (ForeignKey foreign : relation.parts(ForeignKey.class)) {
                    if (foreign.table().equals(owner.name())
                            && key.equals(new TreeSet<>(foreign.tableColumns()))) {
                        found.add(new PartUse(id, foreign));
                    }
                }
            }
        }
        return found;
    }
}
