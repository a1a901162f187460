package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a table keeps as its own when it gets a parent, and what it has when it loses one. */
final class Lineage {
    private Lineage() {}

    static void inherit(DdlContext context, Table before, QualifiedName parent) {
        List<QualifiedName> parents = new ArrayList<>(before.inherits());
        parents.add(parent);
        change(context, before, adopted(context, before, before.withInherits(parents), parent));
    }

    static void disinherit(DdlContext context, Table before, QualifiedName parent) {
        List<QualifiedName> parents = new ArrayList<>(before.inherits());
        parents.remove(parent);
        change(context, before, released(context, before, before.withInherits(parents), parent));
    }

    static void attach(DdlContext context, Table before, QualifiedName parent, Expression bound) {
        Table after = before.withPartitionOf(Optional.of(new PartitionOf(parent, bound)));
        change(context, before, adopted(context, before, after, parent));
    }

    static void detach(DdlContext context, Table before, QualifiedName parent) {
        Table after = before.withPartitionOf(Optional.empty());
        change(context, before, released(context, before, after, parent));
    }

    private static void change(DdlContext context, Table before, Table after) {
        context.change(new TableChange.Reparent(before, after));
    }

    /** Returns a child without what it has from its new parent. */
    private static Table adopted(
            DdlContext context, Table before, Table after, QualifiedName parentName) {
        Table parent =
                context.schema()
                        .table(parentName)
                        .orElseThrow(() -> context.missing(0, "table " + parentName));
        List<Column> columns = new ArrayList<>();
        for (Column column : before.columns()) {
            Optional<Column> above = Inheritance.inherited(context.schema(), after, column.name());
            boolean same =
                    above.isPresent()
                            && column.comment().isEmpty()
                            && Inheritance.sameOverride(above.get(), column);
            if (!same) {
                columns.add(column);
            }
        }
        List<TablePart> parts = new ArrayList<>(before.parts());
        for (TablePart handedDown : handedDown(parent, after)) {
            parts.stream()
                    .filter(part -> matches(part, handedDown))
                    .findFirst()
                    .ifPresent(parts::remove);
        }
        return after.withColumns(columns).withParts(parts);
    }

    private static boolean matches(TablePart own, TablePart handedDown) {
        boolean byName = handedDown instanceof Check || handedDown instanceof Trigger;
        return own.getClass() == handedDown.getClass()
                && own.sameDefinition(handedDown)
                && (!byName || own.name().equals(handedDown.name()));
    }

    /** Returns a child with what it had from the parent it loses. */
    private static Table released(
            DdlContext context, Table before, Table after, QualifiedName parentName) {
        List<Column> columns =
                before.partitionOf().isPresent()
                        ? Inheritance.columns(context.schema(), before)
                        : ownColumns(context, before, after);
        Table full = after.withColumns(columns);
        Optional<Table> parent = context.schema().table(parentName);
        if (parent.isEmpty()) {
            return full;
        }
        Table child = full;
        for (TablePart part : handedDown(parent.get(), before)) {
            List<TablePart> parts = new ArrayList<>(child.parts());
            parts.add(named(context, child, part));
            child = child.withParts(parts);
        }
        return child;
    }

    /** Returns all columns of a table; what it had from a parent holds no nulls by its own name. */
    private static List<Column> ownColumns(DdlContext context, Table before, Table after) {
        List<Column> columns = new ArrayList<>();
        for (Column column : Inheritance.columns(context.schema(), before)) {
            boolean renamed =
                    column.notNull().isPresent() && before.column(column.name()).isEmpty();
            columns.add(
                    renamed
                            ? column.withNotNull(
                                    Optional.of(
                                            context.tools()
                                                    .notNulls()
                                                    .of(context.schema(), after, column.name())))
                            : column);
        }
        return columns;
    }

    private static TablePart named(DdlContext context, Table child, TablePart part) {
        boolean keepsName =
                part instanceof Check || part instanceof Trigger || part instanceof ForeignKey;
        if (keepsName) {
            return part;
        }
        PartName name = context.tools().naming().nameFor(context.schema(), child, part);
        return part.withName(name);
    }

    /** Returns the parts that children of a table have: all but triggers of statements. */
    private static List<TablePart> handedDown(Table parent, Table child) {
        boolean partition = child.partitionOf().isPresent() || parent.partitioning().isPresent();
        List<TablePart> parts = new ArrayList<>();
        for (TablePart part : parent.parts()) {
            boolean check = part instanceof Check one && one.inherited();
            boolean rowTrigger =
                    part instanceof Trigger trigger && trigger.level() == Trigger.Level.ROW;
            boolean ofPartitions =
                    (part instanceof Index index && index.valid())
                            || part instanceof ForeignKey
                            || rowTrigger
                            || part.uniqueColumns().isPresent();
            if (check || (partition && ofPartitions)) {
                parts.add(part);
            }
        }
        return parts;
    }
}
