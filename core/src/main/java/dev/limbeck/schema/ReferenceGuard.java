package dev.limbeck.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sees to it that what is named exists and stays as long as it is named. */
final class ReferenceGuard {
    private final Schema schema;

    ReferenceGuard(Schema schema) {
        this.schema = schema;
    }

    /** Refuses an object that names tables or columns that are not there. */
    void requireTargets(SchemaObject object) {
        if (object instanceof Sequence sequence) {
            sequence.ownedBy()
                    .ifPresent(
                            owner ->
                                    requireColumns(
                                            sequence.id().toString(),
                                            owner.table(),
                                            List.of(owner.column())));
        }
        if (!(object instanceof Table table)) {
            return;
        }
        for (QualifiedName parent : table.parents()) {
            requireColumns(table.id().toString(), parent, List.of());
        }
        Optional<Set<String>> own = columnsOf(table);
        for (Grant grant : table.details().grants()) {
            if (own.isPresent()
                    && grant.column().filter(column -> !own.get().contains(column)).isPresent()) {
                throw Refusals.missingColumn(table, grant.column().get());
            }
        }
        Set<String> cutBy =
                table.partitioning().map(cut -> cut.columns(table.name())).orElse(Set.of());
        for (String column : cutBy) {
            if (own.isPresent() && !own.get().contains(column)) {
                throw Refusals.missingColumn(table, column);
            }
        }
        table.parts().forEach(part -> requireTargets(table, own, part));
    }

    /** Refuses a part of a table that names tables or columns that are not there. */
    void requireTargets(Table table, TablePart part) {
        requireTargets(table, columnsOf(table), part);
    }

    private void requireTargets(Table table, Optional<Set<String>> own, TablePart part) {
        if (own.isPresent()) {
            for (String column : part.columns(table.name())) {
                if (!own.get().contains(column)) {
                    throw Refusals.missingColumn(table, part, column);
                }
            }
        }
        if (part instanceof ForeignKey key) {
            requireColumns(
                    "foreign key " + key.name() + " of " + table.id(),
                    key.table(),
                    key.tableColumns());
        }
    }

    private void requireColumns(String from, QualifiedName target, List<String> columns) {
        if (schema.hidden().contains(ObjectId.table(target))) {
            return;
        }
        Table table =
                schema.table(target)
                        .orElseThrow(() -> Refusals.missingTarget(schema, from, target));
        Optional<Set<String>> known = columnsOf(table);
        for (String column : columns) {
            if (known.isPresent() && !known.get().contains(column)) {
                throw Refusals.missingColumn(table, column);
            }
        }
    }

    /** Returns a table's columns, inherited ones too; empty where an ancestor is hidden. */
    private Optional<Set<String>> columnsOf(Table table) {
        Set<String> columns = new HashSet<>(table.columnNames());
        for (QualifiedName parent : table.parents()) {
            Optional<Set<String>> inherited = schema.table(parent).flatMap(this::columnsOf);
            if (inherited.isEmpty()) {
                return Optional.empty();
            }
            columns.addAll(inherited.get());
        }
        return Optional.of(columns);
    }

    /** Refuses that an object is gone which others still name. */
    void requireUnused(ObjectId gone) {
        List<ObjectId> left = schema.dependents(gone);
        if (!left.isEmpty()) {
            throw Refusals.stillReferenced(gone.toString(), left);
        }
    }

    /** Refuses a change of a relation that takes away columns which others use. */
    void requireUnused(Relation before, Relation after) {
        requireKeysUnused(before, after);
        Set<String> gone = new TreeSet<>(before.columnNames());
        after.columnNames().forEach(gone::remove);
        if (gone.isEmpty() || !(before instanceof Table)) {
            return;
        }
        for (ObjectId from : schema.dependents(before.id())) {
            SchemaObject user = schema.find(from).orElseThrow();
            for (String column : Reference.columnsOf(before.name(), user.references())) {
                if (gone.contains(column)) {
                    throw Refusals.stillReferenced(
                            "column " + column + " of " + before.id(), List.of(from));
                }
            }
        }
    }

    /** Refuses to take away a key that a foreign key refers to, unless another one serves. */
    private void requireKeysUnused(Relation before, Relation after) {
        Set<Set<String>> gone = keysOf(before);
        gone.removeAll(keysOf(after));
        if (gone.isEmpty()) {
            return;
        }
        requireNoForeignKey(before, after.parts(), after.id(), gone);
        for (ObjectId from : schema.dependents(before.id())) {
            if (schema.find(from).orElseThrow() instanceof Relation user) {
                requireNoForeignKey(before, user.parts(), from, gone);
            }
        }
    }

    private static void requireNoForeignKey(
            Relation target, List<TablePart> parts, ObjectId from, Set<Set<String>> gone) {
        for (TablePart part : parts) {
            if (part instanceof ForeignKey key
                    && key.table().equals(target.name())
                    && gone.contains(new TreeSet<>(key.tableColumns()))) {
                throw Refusals.stillReferenced(
                        "the key (" + String.join(", ", key.tableColumns()) + ") of " + target.id(),
                        List.of(from));
            }
        }
    }

    private static Set<Set<String>> keysOf(Relation relation) {
        Set<Set<String>> keys = new HashSet<>();
        for (TablePart part : relation.parts()) {
            part.uniqueColumns().ifPresent(columns -> keys.add(new TreeSet<>(columns)));
        }
        return keys;
    }
}
