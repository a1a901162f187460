package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
        if (cursor.accept("PRIMARY", "KEY")) {
            drop(
                    table().primaryKey()
                            .orElseThrow(
                                    () ->
                                            context.missing(
                                                    cursor.lastEnd(), "primary key of " + name)));
        } else if (cursor.accept("FOREIGN", "KEY")) {
            part(ForeignKey.class::isInstance, "foreign key");
        } else if (cursor.accept("CHECK")) {
            part(Check.class::isInstance, "check constraint");
        } else if (cursor.accept("INDEX") || cursor.accept("KEY")) {
            part(Index.class::isInstance, "index");
        } else if (cursor.accept("CONSTRAINT")) {
            part(part -> part.kind() != PartKind.TRIGGER, "constraint");
        } else if (cursor.accept("PARTITION")) {
            PartitionActions.drop(context, table());
        } else {
            cursor.accept("COLUMN");
            column();
        }
    }

    private void drop(TablePart part) {
        context.change(new PartChange.Drop(table().id(), part));
    }

    private void part(Predicate<TablePart> wanted, String what) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String written = context.name();
        context.at(offset);
        Optional<TablePart> part =
                table().parts().stream()
                        .filter(wanted)
                        .filter(each -> each.name().value().equalsIgnoreCase(written))
                        .findFirst();
        if (part.isEmpty() && !ifExists) {
            throw context.missing(offset, what + " " + written + " of table " + name);
        }
        part.ifPresent(this::drop);
    }

    /** Indexes lose a column that goes, and go with their last one. */
    private void column() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String column = context.name();
        cursor.accept("RESTRICT");
        cursor.accept("CASCADE");
        context.at(offset);
        Table table = table();
        if (table.column(column).isEmpty()) {
            if (ifExists) {
                return;
            }
            throw context.missingColumn(offset, name, column);
        }
        for (TablePart part : table.parts()) {
            if (part.columns(name).equals(Set.of(column))) {
                drop(part);
            } else if (part instanceof Index index && part.columns(name).contains(column)) {
                narrow(index, column);
            }
        }
        context.change(
                new ColumnChange.Drop(
                        name,
                        table.column(column).orElseThrow(),
                        Optional.of(ColumnPosition.of(table.columns(), column)),
                        List.of()));
    }

    private void narrow(Index index, String column) {
        List<IndexPart> left =
                index.parts().stream()
                        .filter(part -> part.column().filter(column::equals).isEmpty())
                        .toList();
        drop(index);
        context.change(
                new PartChange.Add(
                        table().id(), index.withParts(left, index.include(), index.where())));
    }
}
