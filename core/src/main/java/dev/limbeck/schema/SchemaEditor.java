package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** Returns a column that must be there, the table's own or inherited. */
    public Column column(QualifiedName table, String name) {
        Table owner = table(table);
        return Inheritance.column(schema, owner, name)
                .orElseThrow(() -> Refusals.missingColumn(owner, name));
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

    /** Makes objects that may refer to each other. */
    public void create(Collection<? extends SchemaObject> objects) {
        exchange(List.of(), List.of(), objects);
    }

    /** Drops objects that nothing but themselves and each other may refer to. */
    public void drop(Collection<ObjectId> ids) {
        exchange(ids, List.of(), List.of());
    }

    /** Puts an object in the place of the one of its identity. */
    public void replace(SchemaObject after) {
        exchange(List.of(), List.of(after), List.of());
    }

    /** Puts what a function makes of a table in its place. */
    public void replaceTable(QualifiedName name, UnaryOperator<Table> change) {
        replace(change.apply(table(name)));
    }

    /**
     * Drops some objects, replaces others and makes others, as one step: only what is left at its
     * end is looked at for references.
     */
    public void exchange(
            Collection<ObjectId> dropped,
            Collection<? extends SchemaObject> replaced,
            Collection<? extends SchemaObject> made) {
        dropped.forEach(this::get);
        Schema next = schema.withoutAll(dropped);
        for (SchemaObject after : replaced) {
            if (get(after.id()) instanceof Relation old && after instanceof Relation now) {
                new NameGuard(next, rules.names()).requireFreeParts(old, now);
            }
            next = next.with(after);
        }
        for (SchemaObject object : made) {
            new NameGuard(next, rules.names()).requireFree(object);
            next = next.with(object);
        }
        ReferenceGuard references = new ReferenceGuard(next);
        dropped.forEach(references::requireUnused);
        for (SchemaObject after : replaced) {
            if (get(after.id()) instanceof Relation old && after instanceof Relation now) {
                references.requireUnused(old, now);
            }
        }
        replaced.forEach(references::requireTargets);
        made.forEach(references::requireTargets);
        schema = next;
    }

    /** Renames an object or moves it to another schema; whatever refers to it follows. */
    public void rename(ObjectId id, QualifiedName newName) {
        SchemaObject before = get(id);
        if (id.kind() == ObjectKind.NAMESPACE) {
            renameNamespace((Namespace) before, newName.name());
            return;
        }
        new NameGuard(schema.without(id), rules.names()).requireFree(before.withName(newName));
        schema = renamed(schema, id, newName);
        if (before instanceof Table && !newName.schema().equals(id.name().schema())) {
            moveSequences(newName);
        }
    }

    /** Lets the sequences that a table's columns own follow it into another schema. */
    private void moveSequences(QualifiedName table) {
        for (SchemaObject object : schema.objects(ObjectKind.SEQUENCE)) {
            Sequence sequence = (Sequence) object;
            if (sequence.ownedBy().filter(owner -> owner.table().equals(table)).isPresent()
                    && !sequence.name().schema().equals(table.schema())) {
                rename(sequence.id(), table.sibling(sequence.name().name()));
            }
        }
    }

    private Schema renamed(Schema start, ObjectId id, QualifiedName newName) {
        Schema next = start;
        List<ObjectId> touched = new ArrayList<>();
        for (ObjectId from : start.dependents(id)) {
            SchemaObject user = start.find(from).orElseThrow();
            SchemaObject after = renaming(start, id, newName, from).rewrite(user);
            touched.add(after.id());
            next = next.without(from).with(after);
        }
        SchemaObject object = start.find(id).orElseThrow();
        SchemaObject after = renaming(start, id, newName, id).rewrite(object).withName(newName);
        touched.add(after.id());
        return settled(next.without(id).with(withMadeNames(after, id.name())), touched);
    }

    private ObjectRenaming renaming(
            Schema start, ObjectId id, QualifiedName newName, ObjectId owner) {
        return new ObjectRenaming(id, newName, rules.rewriter().in(start, owner));
    }

    /** Brings the texts of objects that a rename has touched to the form they had before. */
    private Schema settled(Schema renamed, Collection<ObjectId> touched) {
        Schema next = renamed;
        for (ObjectId id : touched) {
            SchemaObject object = renamed.find(id).orElseThrow();
            SchemaObject after = rules.rewriter().settled(renamed, object);
            if (!after.equals(object)) {
                next = next.with(after);
            }
        }
        return next;
    }

    private SchemaObject withMadeNames(SchemaObject renamed, QualifiedName from) {
        if (!(renamed instanceof Relation relation)) {
            return renamed;
        }
        List<TablePart> parts =
                relation.parts().stream()
                        .map(
                                part ->
                                        part.withName(
                                                rules.made().renamed(part, from, relation.name())))
                        .toList();
        return parts.equals(relation.parts()) ? renamed : relation.withParts(parts);
    }

    private void renameNamespace(Namespace before, String newName) {
        Namespace after = before.withName(QualifiedName.of(newName));
        new NameGuard(schema, rules.names()).requireFree(after);
        // Routines first: what they are called changes with the types of their arguments.
        List<ObjectId> members = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            ObjectId id = object.id();
            if (id.name().schema().equals(before.name())) {
                members.add(id.kind() == ObjectKind.ROUTINE ? 0 : members.size(), id);
            }
        }
        Schema next = schema.with(after);
        for (ObjectId member : members) {
            next = renamed(next, member, QualifiedName.of(newName, member.name().name()));
        }
        schema = renamed(next.without(after.id()), before.id(), QualifiedName.of(newName));
    }

    /** Adds a column to a table, with the sequences it owns. */
    public void addColumn(Table after, Collection<Sequence> owned) {
        List<SchemaObject> replaced = new ArrayList<>(List.of(after));
        for (QualifiedName member : family(after.name())) {
            for (ObjectId user : schema.dependents(ObjectId.table(member))) {
                if (user.kind() != ObjectKind.TABLE) {
                    // a star in it stands for the columns that are there by now
                    replaced.add(rules.rewriter().in(schema, user).withoutStars(get(user)));
                }
            }
        }
        exchange(List.of(), replaced, owned);
    }

    /** Drops a column and what the table's children say of it, and the sequences it owns. */
    public void dropColumn(QualifiedName table, String name, Collection<ObjectId> owned) {
        if (table(table).column(name).isEmpty()) {
            throw Refusals.missingColumn(table(table), name);
        }
        Map<QualifiedName, Table> changed = new TreeMap<>();
        for (QualifiedName member : family(table)) {
            Table before = table(member);
            changed.put(
                    member,
                    before.withColumns(
                            before.columns().stream()
                                    .filter(column -> !column.name().equals(name))
                                    .toList()));
        }
        exchange(owned, changed.values(), List.of());
    }

    /**
     * Gives a column another definition under its name. In a child, a column that says what its
     * parents say is not the child's own any more; in the children, the type follows.
     *
     * @param dropped sequences that go with the old definition
     * @param made sequences that come with the new one
     */
    public void alterColumn(
            QualifiedName table,
            Column after,
            Collection<ObjectId> dropped,
            Collection<Sequence> made) {
        column(table, after.name());
        Map<QualifiedName, Table> changed = new TreeMap<>();
        for (QualifiedName member : family(table)) {
            Table before = table(member);
            if (member.equals(table)) {
                changed.put(member, Inheritance.withColumn(schema, before, after));
            } else {
                before.column(after.name())
                        .map(own -> own.withType(after.type()))
                        .map(own -> withColumn(before, own))
                        .ifPresent(child -> changed.put(member, child));
            }
        }
        exchange(dropped, changed.values(), made);
    }

    private static Table withColumn(Table table, Column after) {
        return table.withColumns(
                table.columns().stream()
                        .map(column -> column.name().equals(after.name()) ? after : column)
                        .toList());
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
        Set<QualifiedName> family = family(table);
        Set<ObjectId> touched = new TreeSet<>();
        for (QualifiedName member : family) {
            touched.add(ObjectId.table(member));
            touched.addAll(schema.dependents(ObjectId.table(member)));
        }
        Schema next = schema;
        for (ObjectId id : touched) {
            NameRewriter rewriter = rules.rewriter().in(schema, id);
            ColumnRenaming renaming = new ColumnRenaming(family, from, to, rewriter);
            next = next.without(id).with(renaming.rewrite(get(id)));
        }
        schema = settled(next, touched);
    }

    /** Renames a value of an enum type; texts that write it follow. */
    public void renameEnumValue(EnumType after, String from, String to) {
        ValueRenaming renaming = ValueRenaming.of(schema, after, from, to, rules.rewriter());
        Schema next = schema.with(after);
        for (ObjectId id : renaming.touched()) {
            next = next.without(id).with(renaming.rewrite(get(id)));
        }
        schema = next;
    }

    /** Returns a table and all that have it as parent, near or far. */
    private Set<QualifiedName> family(QualifiedName table) {
        Set<QualifiedName> members = new TreeSet<>();
        collect(table, members);
        return members;
    }

    private void collect(QualifiedName table, Set<QualifiedName> members) {
        if (members.add(table)) {
            Inheritance.children(schema, table).forEach(child -> collect(child.name(), members));
        }
    }

    /** Adds a part to a relation. */
    public void addPart(ObjectId owner, TablePart part) {
        Relation before = relation(owner);
        List<TablePart> parts = new ArrayList<>(before.parts());
        parts.add(part);
        Relation after = before.withParts(parts);
        new NameGuard(schema, rules.names()).requireFreePart(before, part);
        Schema next = schema.withPart(after, part);
        if (after instanceof Table table) {
            new ReferenceGuard(next).requireTargets(table, part);
        }
        schema = next;
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
        Optional<TablePart> named =
                part.name().value().isEmpty()
                        ? Optional.empty()
                        : relation.part(part.kind(), part.name().value());
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
}
