package dev.limbeck.schema;

import dev.limbeck.error.SchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Makes the next schema out of one, step by step; a snapshot costs nothing. Not thread-safe.
 *
 * <p>It refuses, with a {@link dev.limbeck.error.SchemaException}, what a database would refuse for
 * the sake of names and references: to make what exists, to touch what doesn't, to drop what
 * something else still refers to. A refused step leaves the editor as it was.
 */
public final class SchemaEditor {
    private final SchemaRules rules;
    private Schema schema;

    /** Starts with a schema. */
    public SchemaEditor(Schema schema, SchemaRules rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /** Returns the schema as it is now. */
    public Schema snapshot() {
        return schema;
    }

    /** Returns an object that must be there. */
    public SchemaObject get(ObjectId id) {
        return schema.find(id).orElseThrow(() -> Refusals.missing(schema, id));
    }

    /** Returns a table that must be there. */
    public Table table(QualifiedName name) {
        return (Table) get(ObjectId.table(name));
    }

    /** Returns a relation that must be there. */
    public Relation relation(ObjectId id) {
        return (Relation) get(id);
    }

    /** Makes objects that may refer to each other. */
    public void create(Collection<? extends SchemaObject> objects) {
        Schema next = schema;
        for (SchemaObject object : objects) {
            new NameGuard(next, rules.names()).requireFree(object);
            next = next.with(object);
        }
        for (SchemaObject object : objects) {
            new ReferenceGuard(next).requireTargets(object);
        }
        schema = next;
    }

    /** Drops objects that nothing but themselves and each other may refer to. */
    public void drop(Collection<ObjectId> ids) {
        Set<ObjectId> going = new HashSet<>(ids);
        for (ObjectId id : ids) {
            get(id);
            List<ObjectId> left =
                    schema.dependents(id).stream().filter(from -> !going.contains(from)).toList();
            if (!left.isEmpty()) {
                throw Refusals.stillReferenced(id.toString(), left);
            }
        }
        Schema next = schema;
        for (ObjectId id : ids) {
            next = next.without(id);
        }
        schema = next;
    }

    /**
     * Drops objects that nothing but each other and one table refers to, and changes that table.
     */
    public void dropWith(Collection<ObjectId> ids, Table after) {
        Schema start = schema;
        try {
            schema = schema.with(after);
            drop(ids);
            SchemaEditor check = new SchemaEditor(start.withoutAll(ids), rules);
            check.replace(after);
        } catch (SchemaException e) {
            schema = start;
            throw e;
        }
    }

    /** Puts an object in the place of the one of its identity. */
    public void replace(SchemaObject after) {
        SchemaObject before = get(after.id());
        Schema next = schema.with(after);
        if (before instanceof Relation old && after instanceof Relation now) {
            new NameGuard(schema, rules.names()).requireFreeParts(old, now);
            new ReferenceGuard(schema).requireUnused(old, now);
        }
        new ReferenceGuard(next).requireTargets(after);
        schema = next;
    }

    /** Puts what a function makes of a table in its place. */
    public void replaceTable(QualifiedName name, UnaryOperator<Table> change) {
        replace(change.apply(table(name)));
    }

    /** Renames an object or moves it to another schema; whatever refers to it follows. */
    public void rename(ObjectId id, QualifiedName newName) {
        SchemaObject before = get(id);
        if (id.kind() == ObjectKind.NAMESPACE) {
            renameNamespace(before, newName);
            return;
        }
        SchemaObject renamed = before.withName(newName);
        new NameGuard(schema.without(id), rules.names()).requireFree(renamed);
        ObjectRenaming renaming = new ObjectRenaming(id, newName, rules.rewriter());
        Schema next = schema;
        for (ObjectId from : schema.dependents(id)) {
            next = next.without(from).with(renaming.rewrite(get(from)));
        }
        schema = next.without(id).with(renaming.rewrite(before).withName(newName));
    }

    private void renameNamespace(SchemaObject before, QualifiedName newName) {
        new NameGuard(schema, rules.names()).requireFree(before.withName(newName));
        String from = before.id().name().name();
        List<ObjectId> members = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object.id().name().schema().equals(from)) {
                members.add(object.id());
            }
        }
        schema = schema.with(before.withName(newName));
        members.forEach(id -> rename(id, QualifiedName.of(newName.name(), id.name().name())));
        Schema next = schema;
        for (ObjectId left : schema.dependents(before.id())) {
            next =
                    next.with(
                            new ObjectRenaming(before.id(), newName, rules.rewriter())
                                    .rewrite(get(left)));
        }
        schema = next.without(before.id());
    }

    /** Renames a column; whatever refers to it follows. */
    public void renameColumn(QualifiedName table, String from, String to) {
        Table before = table(table);
        if (before.column(from).isEmpty()) {
            throw Refusals.missingColumn(before, from);
        }
        if (before.column(to).isPresent()) {
            throw Refusals.exists("column " + to + " of table " + table);
        }
        Set<QualifiedName> family = new TreeSet<>();
        collectChildren(table, from, family);
        ColumnRenaming renaming = new ColumnRenaming(family, from, to, rules.rewriter());
        Set<ObjectId> touched = new TreeSet<>();
        for (QualifiedName member : family) {
            touched.add(ObjectId.table(member));
            touched.addAll(schema.dependents(ObjectId.table(member)));
        }
        Schema next = schema;
        for (ObjectId id : touched) {
            next = next.without(id).with(renaming.rewrite(get(id)));
        }
        schema = next;
    }

    /** Collects a table and those of its children that inherit the column from it. */
    private void collectChildren(QualifiedName table, String column, Set<QualifiedName> family) {
        if (!family.add(table)) {
            return;
        }
        for (ObjectId id : schema.dependents(ObjectId.table(table))) {
            if (schema.find(id).orElseThrow() instanceof Table child
                    && child.parents().contains(table)) {
                collectChildren(child.name(), column, family);
            }
        }
    }

    /** Adds a part to a relation. */
    public void addPart(ObjectId owner, TablePart part) {
        Relation before = relation(owner);
        List<TablePart> parts = new ArrayList<>(before.parts());
        parts.add(part);
        replace(before.withParts(parts));
    }

    /** Takes a part from a relation; it must be there as given. */
    public void dropPart(ObjectId owner, TablePart part) {
        Relation before = relation(owner);
        List<TablePart> parts = new ArrayList<>(before.parts());
        parts.remove(present(before, part));
        replace(before.withParts(parts));
    }

    /** Puts a part in the place of another; that one must be there as given. */
    public void replacePart(ObjectId owner, TablePart before, TablePart after) {
        Relation relation = relation(owner);
        List<TablePart> parts = new ArrayList<>(relation.parts());
        parts.remove(present(relation, before));
        parts.add(after);
        replace(relation.withParts(parts));
    }

    private static TablePart present(Relation relation, TablePart part) {
        Optional<TablePart> named = relation.part(part.kind(), part.name().value());
        TablePart found =
                named.or(() -> relation.parts().stream().filter(part::equals).findFirst())
                        .orElseThrow(() -> Refusals.missingPart(relation, part));
        if (!found.equals(part)) {
            throw Refusals.differs(
                    part.kind().label() + " " + part.name() + " of " + relation.id());
        }
        return found;
    }

    /** Adds what an unreadable statement may have done. */
    public void taint(Collection<Taint> taints) {
        Set<Taint> all = new TreeSet<>(schema.taints());
        all.addAll(taints);
        schema = schema.withTaints(all);
    }

    /** Refuses a step unless an object is there and equals what the step says it replaces. */
    public void require(SchemaObject expected) {
        requireEqual(expected, get(expected.id()), expected.id().toString());
    }

    /** Refuses a step unless what is there equals what the step says it replaces. */
    public void requireEqual(Object expected, Object found, String what) {
        if (!expected.equals(found)) {
            throw Refusals.differs(what);
        }
    }

    /** Returns a column that must be there. */
    public Column column(QualifiedName table, String name) {
        Table owner = table(table);
        return owner.column(name).orElseThrow(() -> Refusals.missingColumn(owner, name));
    }
}
