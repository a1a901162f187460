package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code ALTER TABLE} drops. */
final class DropParts {
    private final DdlContext context;
    private final TokenCursor cursor;
    private final QualifiedName name;

    DropParts(DdlContext context, QualifiedName name) {
        this.context = context;
        this.cursor = context.cursor();
        this.name = name;
    }

    private Table table() {
        return AlterTable.table(context, name);
    }

    /** Takes what stands behind {@code DROP}. */
    void read() {
        if (cursor.accept("PARTITION")) {
            PartitionActions.drop(context, name);
            return;
        }
        if (cursor.at("SUBPARTITION") || cursor.at("SUPPLEMENTAL")) {
            PartitionActions.other(context, name);
            return;
        }
        if (cursor.accept("UNUSED", "COLUMNS") || cursor.accept("COLUMNS", "CONTINUE")) {
            StatementNotes.pass(cursor);
            return;
        }
        int offset = cursor.offset();
        Optional<TablePart> part = ConstraintActions.meant(context, name);
        if (part.isPresent()) {
            constraint(part.get(), offset);
            return;
        }
        columns();
    }

    /** Takes what stands behind {@code SET UNUSED}: columns nobody sees any more. */
    void unused() {
        columns();
        cursor.accept("ONLINE");
    }

    private void constraint(TablePart part, int offset) {
        boolean cascade = cursor.accept("CASCADE");
        cursor.accept("KEEP", "INDEX");
        cursor.accept("DROP", "INDEX");
        cursor.accept("ONLINE");
        context.at(offset);
        if (cascade) {
            context.changeAll(
                    Cascade.dropPart(
                            context.schema(), context.tools().rules(), table().id(), part));
        } else {
            context.change(new PartChange.Drop(table().id(), part));
        }
    }

    private void columns() {
        List<String> gone = new ArrayList<>();
        int offset = cursor.offset();
        if (cursor.at("(")) {
            gone.addAll(context.names().list());
        } else {
            cursor.accept("COLUMN");
            offset = cursor.offset();
            gone.add(context.name());
        }
        boolean cascade = cursor.accept("CASCADE", "CONSTRAINTS");
        cursor.accept("INVALIDATE");
        if (cursor.accept("CHECKPOINT")) {
            context.number();
        }
        cursor.accept("ONLINE");
        context.at(offset);
        for (String column : gone) {
            Column there = AlterTable.column(context, table(), column, offset);
            if (cascade) {
                context.changeAll(
                        Cascade.dropColumn(
                                context.schema(), context.tools().rules(), name, column));
            } else {
                drop(there, Set.copyOf(gone));
            }
        }
    }

    /** What uses no other column goes with its column; an index goes in any case. */
    private void drop(Column column, Set<String> gone) {
        Table table = table();
        for (TablePart part : table.parts()) {
            Set<String> used = part.columns(name);
            boolean index = part.kind() == PartKind.INDEX;
            if (used.contains(column.name()) && (index || gone.containsAll(used))) {
                context.change(new PartChange.Drop(table.id(), part));
            }
        }
        context.change(
                new ColumnChange.Drop(
                        name,
                        column,
                        Optional.of(ColumnPosition.of(table.columns(), column.name())),
                        List.of()));
    }
}
