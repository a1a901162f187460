package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER TABLE}, from behind the word {@code TABLE}. */
final class AlterTable {
    private final ColumnGrammar columns;
    private final AlterColumn alterColumn;

    AlterTable(ColumnGrammar columns) {
        this.columns = columns;
        this.alterColumn = new AlterColumn(columns);
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TABLE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (context.session().isTemporary(QualifiedName.of(written.name()))) {
            StatementNotes.pass(cursor);
            return;
        }
        QualifiedName name = context.relation(written);
        Optional<Relation> relation = context.schema().relation(name);
        if (relation.isEmpty()) {
            if (!ifExists) {
                throw context.missingTable(written.offset(), name);
            }
            StatementNotes.pass(cursor);
            return;
        }
        if (cursor.accept("RENAME", "TO")) {
            QualifiedName newName = name.sibling(context.written().name());
            context.change(new ObjectChange.Rename(relation.get().id(), newName));
            return;
        }
        if (!(relation.get() instanceof Table)) {
            throw cursor.unexpected();
        }
        action(context, name);
    }

    private static Table table(DdlContext context, QualifiedName name) {
        return context.schema().table(name).orElseThrow();
    }

    private void action(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD")) {
            add(context, name);
        } else if (cursor.accept("DROP")) {
            drop(context, name);
        } else if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            alterColumn.read(context, name);
        } else if (cursor.accept("RENAME", "CONSTRAINT")) {
            renameConstraint(context, name);
        } else if (cursor.accept("RENAME", "COLUMN")) {
            String before = context.name();
            cursor.expect("TO");
            context.change(new ColumnChange.Rename(name, before, context.name()));
        } else if (cursor.accept("SET", "REFERENTIAL_INTEGRITY")) {
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    private void add(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        TableDraft draft = new TableDraft(name);
        boolean ifNotExists = false;
        if (cursor.accept("(")) {
            do {
                if (!columns.constraint(context, draft)) {
                    columns.column(context, draft);
                }
            } while (cursor.accept(","));
            cursor.expect(")");
        } else if (!columns.constraint(context, draft)) {
            cursor.accept("COLUMN");
            ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
            columns.column(context, draft);
        }
        if (cursor.accept("BEFORE") || cursor.accept("AFTER")) {
            context.name();
        }
        boolean there =
                ifNotExists
                        && draft.columns().stream()
                                .anyMatch(
                                        column ->
                                                table(context, name)
                                                        .column(column.name())
                                                        .isPresent());
        if (!there) {
            CreateTable.within(
                    context, name.schema(), () -> new TableAssembly(context).addColumn(draft));
        }
    }

    private static void drop(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CONSTRAINT")) {
            dropConstraint(context, name);
            return;
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            TablePart key =
                    table(context, name)
                            .primaryKey()
                            .orElseThrow(
                                    () ->
                                            context.missing(
                                                    cursor.offset(), "primary key of " + name));
            context.change(new PartChange.Drop(ObjectId.table(name), key));
            return;
        }
        cursor.accept("COLUMN");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        boolean parentheses = cursor.accept("(");
        do {
            dropColumn(context, name, ifExists);
        } while (cursor.accept(","));
        if (parentheses) {
            cursor.expect(")");
        }
    }

    /** Parts that use no other column go with a column; H2 refuses where others use it. */
    private static void dropColumn(DdlContext context, QualifiedName name, boolean ifExists) {
        int offset = context.cursor().offset();
        String column = context.name();
        context.at(offset);
        Table table = table(context, name);
        if (table.column(column).isEmpty()) {
            if (ifExists) {
                return;
            }
            throw context.missingColumn(offset, name, column);
        }
        List<TablePart> alone = new ArrayList<>();
        for (TablePart part : table.parts()) {
            boolean goes = part instanceof Constraint || part instanceof Index;
            if (goes && part.columns(name).equals(Set.of(column))) {
                alone.add(part);
            }
        }
        alone.sort((a, b) -> Boolean.compare(b instanceof ForeignKey, a instanceof ForeignKey));
        for (TablePart part : alone) {
            context.change(new PartChange.Drop(table.id(), part));
        }
        context.change(
                new ColumnChange.Drop(
                        name,
                        table.column(column).orElseThrow(),
                        Optional.of(ColumnPosition.of(table.columns(), column)),
                        List.of()));
    }

    private static Optional<TablePart> constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(part -> part.name().value().equals(name))
                .<TablePart>map(part -> part)
                .findFirst();
    }

    /**
     * Returns the constraint that bears a name. A name that the server made is that of the only
     * constraint without a name, where there is but one.
     */
    private static Optional<TablePart> named(Table table, String name) {
        Optional<TablePart> named = constraint(table, name);
        if (named.isPresent() || SystemNames.of(name).origin() != PartName.Origin.ARBITRARY) {
            return named;
        }
        List<TablePart> unnamed =
                table.constraints().stream()
                        .filter(part -> isMade(part.name()))
                        .<TablePart>map(part -> part)
                        .toList();
        return unnamed.size() == 1 ? Optional.of(unnamed.get(0)) : Optional.empty();
    }

    private static boolean isMade(PartName name) {
        return name.value().isEmpty() || name.origin() == PartName.Origin.ARBITRARY;
    }

    private static void dropConstraint(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        boolean cascade = cursor.accept("CASCADE");
        cursor.accept("RESTRICT");
        Table table = table(context, name);
        Optional<TablePart> part = named(table, written.name());
        if (part.isEmpty()) {
            missing(context, written, table, ifExists);
        } else if (cascade) {
            context.changeAll(
                    Cascade.dropPart(
                            context.schema(), context.tools().rules(), table.id(), part.get()));
        } else {
            context.change(new PartChange.Drop(table.id(), part.get()));
        }
    }

    /** A name that the server made may be that of any part without a name. */
    private static void missing(
            DdlContext context, WrittenName written, Table table, boolean ifExists) {
        if (SystemNames.of(written.name()).origin() == PartName.Origin.ARBITRARY) {
            StatementNotes.unknown(
                    context,
                    Optional.of(table.id()),
                    "which constraint bears the name " + written.name() + " that H2 made");
        } else if (!ifExists) {
            throw context.missing(
                    written.offset(), "constraint " + written.name() + " of " + table.id());
        }
    }

    private static void renameConstraint(DdlContext context, QualifiedName name) {
        WrittenName before = context.written();
        context.cursor().expect("TO");
        PartName after = PartName.of(context.name());
        Table table = table(context, name);
        Optional<TablePart> part = named(table, before.name());
        if (part.isPresent()) {
            context.change(new PartChange.Rename(table.id(), part.get(), after));
        } else {
            missing(context, before, table, false);
        }
    }
}
