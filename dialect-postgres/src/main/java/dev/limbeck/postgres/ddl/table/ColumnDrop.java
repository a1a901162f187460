package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.Refused;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code DROP COLUMN}: the indexes and constraints of the table that use the column go with
 * it unasked, all else only with {@code CASCADE}.
 */
final class ColumnDrop {
    private static final Comparator<TablePart> FOREIGN_KEYS_FIRST =
            Comparator.comparing(part -> !(part instanceof ForeignKey));

    private static final int FIRST_THAT_KEEPS_GENERATED = 15;

    private final boolean generatedGoes;

    /**
     * Makes one.
     *
     * @param major the server's version: before 15, columns computed from the column go with it
     */
    ColumnDrop(int major) {
        this.generatedGoes = major < FIRST_THAT_KEEPS_GENERATED;
    }

    /** Takes it from behind the word {@code COLUMN}. */
    void read(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        boolean cascade = cursor.accept("CASCADE");
        if (!cascade) {
            cursor.accept("RESTRICT");
        }
        context.at(offset);
        if (ifExists && target.findColumn(name).isEmpty()) {
            return;
        }
        target.column(offset, name);
        if (cascade) {
            context.changeAll(
                    Cascade.dropColumn(
                            context.schema(), context.tools().rules(), target.name(), name));
        } else {
            drop(context, target, name, offset);
        }
    }

    private void drop(DdlContext context, AlterTarget target, String name, int offset) {
        for (Column user : computedFrom(target.table(), name)) {
            if (!generatedGoes) {
                throw Refused.stillUsed(
                        offset,
                        "column " + name + " can't go without its column " + user.name(),
                        target.id());
            }
            drop(context, target, user.name(), offset);
        }
        releaseFamily(context, target.name(), name);
        Table table = target.table();
        for (Grant grant : table.details().grants()) {
            if (grant.column().filter(name::equals).isPresent()) {
                context.change(new DetailChange.RevokePrivilege(table.id(), grant));
            }
        }
        context.change(
                new ColumnChange.Drop(
                        table.name(),
                        table.column(name)
                                .orElseThrow(() -> context.missing(offset, "own column " + name)),
                        Optional.of(ColumnPosition.of(table.columns(), name)),
                        owned(context, table, name)));
    }

    /** Takes the indexes and constraints of a table and of its children from a column. */
    private static void releaseFamily(DdlContext context, QualifiedName name, String column) {
        Table table = context.schema().table(name).orElseThrow();
        List<TablePart> using = new ArrayList<>();
        for (TablePart part : table.parts()) {
            boolean goes = part instanceof Constraint || part instanceof Index;
            if (goes && part.columns(table.name()).contains(column)) {
                using.add(part);
            }
        }
        using.sort(FOREIGN_KEYS_FIRST);
        using.forEach(part -> context.change(new PartChange.Drop(table.id(), part)));
        for (Table child : Inheritance.children(context.schema(), name)) {
            releaseFamily(context, child.name(), column);
        }
    }

    /** Returns the columns of a table that are computed from one. */
    private static List<Column> computedFrom(Table table, String column) {
        return table.columns().stream()
                .filter(other -> !other.name().equals(column))
                .filter(
                        other ->
                                other.generated().stream()
                                        .anyMatch(
                                                computed ->
                                                        Reference.columnsOf(
                                                                        table.name(),
                                                                        computed.expression()
                                                                                .references())
                                                                .contains(column)))
                .toList();
    }

    /** Returns the sequences that go with a column. */
    static List<Sequence> owned(DdlContext context, Table table, String column) {
        List<Sequence> owned = new ArrayList<>();
        for (var id : context.schema().dependents(table.id())) {
            SchemaObject object = context.schema().find(id).orElseThrow();
            if (id.kind() == ObjectKind.SEQUENCE
                    && object instanceof Sequence sequence
                    && sequence.ownedBy()
                            .filter(
                                    owner ->
                                            owner.table().equals(table.name())
                                                    && owner.column().equals(column))
                            .isPresent()) {
                owned.add(sequence);
            }
        }
        return owned;
    }
}
