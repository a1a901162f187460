package dev.limbeck.ddl;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes of drafts what they say: a table, or what is added to one. */
public final class TableAssembly {
    private static final Comparator<PartDraft> BY_TURN = Comparator.comparing(PartDraft::turn);

    private final DdlContext context;

    public TableAssembly(DdlContext context) {
        this.context = context;
    }

    /** Creates a table. */
    public void create(TableDraft draft) {
        create(draft, UnaryOperator.identity());
    }

    /**
     * Creates a table.
     *
     * @param settle what the server makes of a new table that is written so
     */
    public void create(TableDraft draft, UnaryOperator<Table> settle) {
        Table table = settle.apply(withParts(bare(draft), draft.parts()));
        context.change(new ObjectChange.Create(inherited(table), draft.owned()));
        context.changeAll(draft.following());
    }

    /** Returns a table as its draft says, without its parts. */
    private Table bare(TableDraft draft) {
        List<Column> plain =
                draft.columns().stream()
                        .map(column -> Column.of(column.name(), column.type()))
                        .toList();
        Table start =
                new Table(
                        draft.name(),
                        plain,
                        List.of(),
                        draft.persistence(),
                        Optional.empty(),
                        draft.partitionOf(),
                        draft.inherits(),
                        RowSecurity.off(),
                        draft.options(),
                        Details.none().withComment(draft.comment()));
        ExpressionScope scope = context.scope(start);
        Table table =
                start.withPartitioning(draft.partitioning().map(reader -> reader.apply(scope)));
        List<Column> columns = new ArrayList<>();
        for (ColumnDraft column : draft.columns()) {
            columns.add(complete(table, column, scope));
            context.element(column.offset(), table.id(), PartKind.COLUMN, column.name());
        }
        return table.withColumns(columns);
    }

    /** Returns the column that a draft makes of a column of a table that is there. */
    public Column column(Table table, ColumnDraft draft) {
        return complete(table, draft, context.scope(table));
    }

    private Column complete(Table table, ColumnDraft draft, ExpressionScope scope) {
        Column column = draft.column(context, scope);
        return draft.notNull()
                .map(said -> column.withNotNull(Optional.of(notNull(table, column.name(), said))))
                .orElse(column);
    }

    /** A name for it counts only on servers that keep one. */
    private NotNull notNull(Table table, String column, ColumnDraft.NotNullDraft said) {
        PartName made = implied(table, column).name();
        PartName name = made.value().isEmpty() ? made : said.name().orElse(made);
        return new NotNull(name, said.made().inherited(), said.made().state());
    }

    private NotNull implied(Table table, String column) {
        return context.tools().notNulls().of(context.schema(), table, column);
    }

    private Table withParts(Table start, List<PartDraft> drafts) {
        Table table = start;
        for (PartDraft draft : drafts.stream().sorted(BY_TURN).toList()) {
            context.at(draft.offset());
            TablePart part = named(table, draft);
            List<TablePart> parts = new ArrayList<>(table.parts());
            parts.add(part);
            table = table.withParts(parts);
            if (part instanceof PrimaryKey key) {
                table = withoutNulls(table, key);
            }
            context.element(draft.offset(), table.id(), part.kind(), part.name().value());
        }
        return table;
    }

    private TablePart named(Table table, PartDraft draft) {
        TablePart part = draft.build().apply(table);
        PartName name =
                draft.name()
                        .orElseGet(
                                () ->
                                        context.tools()
                                                .naming()
                                                .nameFor(context.schema(), table, part));
        return part.withName(name);
    }

    /** Returns a table whose key columns hold no nulls, inherited ones too. */
    private Table withoutNulls(Table table, PrimaryKey key) {
        Table changed = table;
        for (String name : key.key().columns()) {
            Optional<Column> column = Inheritance.column(context.schema(), changed, name);
            if (column.filter(Column::nullable).isPresent()) {
                Column after = column.get().withNotNull(Optional.of(implied(changed, name)));
                changed = with(changed, after);
            }
        }
        return changed;
    }

    private static Table with(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.replaceAll(old -> old.name().equals(column.name()) ? column : old);
        if (table.column(column.name()).isEmpty()) {
            columns.add(column);
        }
        return table.withColumns(columns);
    }

    /**
     * Returns a table whose columns have from its parents what they don't say themselves, without
     * those that say nothing else.
     */
    private Table inherited(Table table) {
        return table.withColumns(
                table.columns().stream()
                        .map(column -> merged(table, column))
                        .filter(column -> !repeats(table, column))
                        .toList());
    }

    private Column merged(Table table, Column column) {
        return Inheritance.inherited(context.schema(), table, column.name())
                .map(
                        above ->
                                column.withNotNull(column.notNull().or(above::notNull))
                                        .withDefault(column.defaultValue().or(above::defaultValue))
                                        .withGenerated(column.generated().or(above::generated)))
                .orElse(column);
    }

    private boolean repeats(Table table, Column column) {
        return Inheritance.inherited(context.schema(), table, column.name())
                .filter(
                        above ->
                                above.type().equals(column.type())
                                        && column.comment().isEmpty()
                                        && Inheritance.sameOverride(above, column))
                .isPresent();
    }

    /** Adds a column to a table that is there, with the parts that its definition makes. */
    public void addColumn(TableDraft draft) {
        for (ColumnDraft column : draft.columns()) {
            Table table = context.schema().table(draft.name()).orElseThrow();
            List<Column> all = new ArrayList<>(table.columns());
            all.add(Column.of(column.name(), column.type()));
            Table wider = table.withColumns(all);
            Column complete = complete(table, column, context.scope(wider));
            if (keys(draft).stream().anyMatch(key -> key.contains(complete.name()))
                    && complete.nullable()) {
                NotNull made = implied(table, complete.name());
                add(draft, complete.withNotNull(Optional.of(made)));
            } else {
                add(draft, complete);
            }
            context.element(column.offset(), table.id(), PartKind.COLUMN, column.name());
        }
        addParts(ObjectId.table(draft.name()), draft.parts());
    }

    private List<List<String>> keys(TableDraft draft) {
        return draft.parts().stream()
                .filter(part -> part.turn() == PartDraft.Turn.PRIMARY_KEY)
                .map(
                        part ->
                                ((PrimaryKey)
                                                part.build()
                                                        .apply(
                                                                context.schema()
                                                                        .table(draft.name())
                                                                        .orElseThrow()))
                                        .key()
                                        .columns())
                .toList();
    }

    private void add(TableDraft draft, Column column) {
        List<Sequence> owned =
                draft.owned().stream()
                        .filter(
                                sequence ->
                                        sequence.ownedBy()
                                                .filter(
                                                        owner ->
                                                                owner.column()
                                                                        .equals(column.name()))
                                                .isPresent())
                        .toList();
        context.change(new ColumnChange.Add(draft.name(), column, Optional.empty(), owned));
    }

    /** Adds parts to a table that is there. */
    public void addParts(ObjectId owner, List<PartDraft> drafts) {
        for (PartDraft draft : drafts.stream().sorted(BY_TURN).toList()) {
            context.at(draft.offset());
            Table table = context.schema().table(owner.name()).orElseThrow();
            TablePart part = named(table, draft);
            if (part instanceof PrimaryKey key) {
                denyNulls(table, key);
            }
            context.change(new PartChange.Add(owner, part));
            context.element(draft.offset(), owner, part.kind(), part.name().value());
        }
    }

    private void denyNulls(Table table, PrimaryKey key) {
        for (String name : key.key().columns()) {
            Optional<Column> before = Inheritance.column(context.schema(), table, name);
            if (before.filter(Column::nullable).isPresent()) {
                Column after = before.get().withNotNull(Optional.of(implied(table, name)));
                context.change(new ColumnChange.Alter(table.name(), before.get(), after));
            }
        }
    }
}
