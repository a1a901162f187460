package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops objects together: they may refer to each other, and what refers to them from outside keeps
 * them. The partitions of a table go with it.
 */
public final class JointDrop {
    private final DdlContext context;

    public JointDrop(DdlContext context) {
        this.context = context;
    }

    /** Drops the objects, or refuses because of one that needs them. */
    public void drop(List<ObjectId> ids) {
        Set<ObjectId> left = new LinkedHashSet<>();
        ids.forEach(id -> collect(id, left));
        while (!left.isEmpty()) {
            ObjectId next = unused(left).orElseGet(() -> released(left));
            left.remove(next);
            drop(next);
        }
    }

    private void collect(ObjectId id, Set<ObjectId> all) {
        context.schema()
                .table(id.name())
                .filter(table -> table.id().equals(id) && table.partitioning().isPresent())
                .ifPresent(
                        table -> {
                            for (Table child :
                                    Inheritance.children(context.schema(), table.name())) {
                                collect(child.id(), all);
                            }
                        });
        all.add(id);
    }

    /** Returns the first that none of the others uses. */
    private Optional<ObjectId> unused(Set<ObjectId> left) {
        return left.stream()
                .filter(id -> context.schema().dependents(id).stream().noneMatch(left::contains))
                .findFirst();
    }

    /** Returns the first after the foreign keys between those left are gone. */
    private ObjectId released(Set<ObjectId> left) {
        for (ObjectId id : left) {
            for (Table table : context.schema().table(id.name()).stream().toList()) {
                for (ForeignKey key : table.foreignKeys()) {
                    if (left.contains(ObjectId.table(key.table()))) {
                        context.change(new PartChange.Drop(table.id(), key));
                    }
                }
            }
        }
        return unused(left).orElseGet(() -> left.iterator().next());
    }

    private void drop(ObjectId id) {
        SchemaObject object = context.schema().find(id).orElseThrow();
        List<Sequence> owned = new ArrayList<>();
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                owned.addAll(ColumnDrop.owned(context, table, column.name()));
            }
        }
        context.change(new ObjectChange.Drop(object, owned));
    }
}
