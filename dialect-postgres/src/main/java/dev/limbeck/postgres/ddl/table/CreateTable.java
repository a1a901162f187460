package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.ExclusionGrammar;
import dev.limbeck.postgres.ddl.clause.Partitions;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.postgres.model.NewTable;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE TABLE}, from behind the word {@code TABLE}. */
public final class CreateTable {
    private final ColumnGrammar columns;
    private final ExclusionGrammar exclusions;
    private final TableLike likes;

    public CreateTable(ColumnGrammar columns) {
        this.columns = columns;
        this.exclusions = new ExclusionGrammar();
        this.likes = new TableLike();
    }

    /** Reads what follows {@code CREATE TABLE}. */
    public void read(DdlContext context, Persistence persistence) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TABLE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (persistence == Persistence.TEMPORARY) {
            context.session(context.session().withTemporary(written.name()));
            Rest.pass(cursor);
            return;
        }
        QualifiedName name = context.made(written);
        if (ifNotExists && context.schema().relation(name).isPresent()) {
            Rest.pass(cursor);
            return;
        }
        context.element(0, ObjectId.table(name));
        TableDraft draft = new TableDraft(name);
        draft.persistence(persistence);
        if (TableFromQuery.isNext(cursor)) {
            new TableFromQuery().read(context, draft);
            return;
        }
        body(context, draft);
        tail(context, draft);
        TableAssembly assembly = new TableAssembly(context);
        assembly.create(draft, NewTable::settled);
    }

    private void body(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("OF")) {
            typed(context, draft);
        } else if (cursor.accept("PARTITION", "OF")) {
            partition(context, draft);
        } else {
            cursor.expect("(");
            if (!cursor.accept(")")) {
                do {
                    element(context, draft);
                } while (cursor.accept(","));
                cursor.expect(")");
            }
        }
    }

    private void element(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("LIKE")) {
            likes.read(context, draft);
        } else if (!constraint(context, draft)) {
            columns.read(context, draft);
        }
    }

    /** Takes a constraint of the table if one comes next. */
    private boolean constraint(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Optional<PartName> name = ConstraintReader.name(context);
        Optional<PartDraft> part =
                columns.constraints()
                        .table(context, offset, name)
                        .or(() -> exclusions.read(context, offset, name));
        part.ifPresent(draft::add);
        if (part.isEmpty() && NotNullConstraint.read(context, draft, name)) {
            return true;
        }
        if (part.isEmpty() && name.isPresent()) {
            throw cursor.unexpected();
        }
        return part.isPresent();
    }

    private void typed(DdlContext context, TableDraft draft) {
        WrittenName written = context.written();
        QualifiedName type = context.existingOf(written, kind -> kind == ObjectKind.COMPOSITE_TYPE);
        CompositeType composite =
                context.schema()
                        .find(ObjectId.of(ObjectKind.COMPOSITE_TYPE, type))
                        .map(CompositeType.class::cast)
                        .orElseThrow(() -> context.missing(written.offset(), "type " + type));
        List<Column> attributes =
                composite.attributes().stream()
                        .map(
                                attribute ->
                                        Column.of(attribute.name(), attribute.type())
                                                .withCollation(attribute.collation()))
                        .toList();
        StatementNotes.notModelled(context, written.offset(), "that a table is of type " + type);
        overrides(context, draft, attributes, attributes);
    }

    private void partition(DdlContext context, TableDraft draft) {
        WrittenName written = context.written();
        QualifiedName parent = context.relation(written);
        Table table =
                context.schema()
                        .table(parent)
                        .orElseThrow(() -> context.missingTable(written.offset(), parent));
        overrides(context, draft, Inheritance.columns(context.schema(), table), List.of());
        Expression bound = Partitions.bound(context);
        draft.partitionOf(new PartitionOf(parent, bound));
    }

    /**
     * Takes what a table says of columns it has from elsewhere.
     *
     * @param known the columns it has
     * @param kept those that are its own whether it says something of them or not
     */
    private void overrides(
            DdlContext context, TableDraft draft, List<Column> known, List<Column> kept) {
        TokenCursor cursor = context.cursor();
        List<ColumnDraft> said = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                if (!constraint(context, draft)) {
                    said.add(override(context, draft, known));
                }
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        List<String> names = said.stream().map(ColumnDraft::name).toList();
        for (Column column : kept) {
            if (!names.contains(column.name())) {
                draft.add(ColumnDraft.like(column, cursor.offset()));
            }
        }
        said.forEach(draft::add);
    }

    private ColumnDraft override(DdlContext context, TableDraft draft, List<Column> known) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        Column column =
                known.stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> context.missing(offset, "column " + name));
        cursor.accept("WITH", "OPTIONS");
        ColumnDraft override = ColumnDraft.like(column.withComment(Optional.empty()), offset);
        columns.reader().clauses(context, draft, override);
        return override;
    }

    private static void tail(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        while (!cursor.atEnd()) {
            if (cursor.accept("INHERITS")) {
                draft.inherits(inherits(context));
            } else if (cursor.accept("PARTITION", "BY")) {
                draft.partitioning(Partitions.by(context));
            } else if (cursor.accept("USING")) {
                String method = context.name();
                if (!method.equals("heap")) {
                    draft.options(draft.options().with(OptionNames.ACCESS_METHOD, method));
                }
            } else if (cursor.accept("WITH")) {
                draft.options(StorageParameters.read(context, draft.options()));
            } else if (cursor.accept("TABLESPACE")) {
                draft.options(StorageParameters.tablespace(context, draft.options()));
            } else if (!cursor.accept("WITHOUT", "OIDS")) {
                throw cursor.unexpected();
            }
        }
    }

    private static List<QualifiedName> inherits(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<QualifiedName> parents = new ArrayList<>();
        cursor.expect("(");
        do {
            WrittenName written = context.written();
            QualifiedName parent = context.relation(written);
            if (context.schema().table(parent).isEmpty()) {
                throw context.missingTable(written.offset(), parent);
            }
            parents.add(parent);
        } while (cursor.accept(","));
        cursor.expect(")");
        return parents;
    }
}
