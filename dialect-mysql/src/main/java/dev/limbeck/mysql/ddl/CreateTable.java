package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.mysql.normal.ImpliedIndexes;
import dev.limbeck.mysql.normal.MySqlPartNames;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE TABLE}, from behind the word {@code TABLE}. */
final class CreateTable {
    private final ColumnGrammar columns;
    private final KeyGrammar keys;
    private final ServerVersion server;

    CreateTable(ColumnGrammar columns, KeyGrammar keys, ServerVersion server) {
        this.columns = columns;
        this.keys = keys;
        this.server = server;
    }

    void read(DdlContext context, boolean replace, boolean temporary) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TABLE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (temporary) {
            context.session(context.session().withTemporary(written.name()));
            StatementNotes.pass(cursor);
            return;
        }
        QualifiedName name = context.made(written);
        Optional<Table> there = context.schema().table(name);
        if (ifNotExists && there.isPresent()) {
            StatementNotes.pass(cursor);
            return;
        }
        if (replace && there.isPresent()) {
            context.change(new ObjectChange.Drop(there.get()));
        }
        context.element(0, ObjectId.table(name));
        if (cursor.at("LIKE") || cursor.at("(", "LIKE")) {
            like(context, name);
            return;
        }
        TableDraft draft = new TableDraft(name);
        if (cursor.accept("(")) {
            body(context, draft);
        }
        tail(context, draft);
        if (!cursor.atEnd()) {
            fromQuery(context, draft);
            return;
        }
        new TableAssembly(context).create(draft, table -> ImpliedIndexes.settled(table, server));
    }

    private void body(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        do {
            Optional<PartDraft> part = keys.read(context);
            part.ifPresent(draft::add);
            if (part.isEmpty()) {
                columns.column(context, draft);
            }
        } while (cursor.accept(","));
        cursor.expect(")");
    }

    private static void tail(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        Options options = Options.none();
        while (!cursor.atEnd()) {
            cursor.accept(",");
            if (cursor.accept("PARTITION", "BY")) {
                draft.partitioning(PartitionGrammar.read(context));
                continue;
            }
            Optional<TableOptions.Said> said = TableOptions.accept(context, options);
            if (said.isEmpty()) {
                break;
            }
            options = said.get().options();
            said.get().comment().ifPresent(draft::comment);
        }
        draft.options(options);
    }

    /** Everything but foreign keys and triggers is like the other table. */
    private void like(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        boolean enclosed = cursor.accept("(");
        cursor.expect("LIKE");
        WrittenName written = context.written();
        if (enclosed) {
            cursor.expect(")");
        }
        QualifiedName model = context.relation(written);
        Table table =
                context.schema()
                        .table(model)
                        .orElseThrow(() -> context.missingTable(written.offset(), model));
        List<TablePart> parts = new ArrayList<>(table.parts());
        parts.removeIf(part -> part instanceof ForeignKey || part instanceof Trigger);
        Table copy = table.withName(name).withParts(parts);
        context.change(new ObjectChange.Create(server.isMariaDb() ? copy : withOwnChecks(copy)));
    }

    /** MySQL, where checks share a set of names, gives those of a copy names of its own. */
    private Table withOwnChecks(Table copy) {
        MySqlPartNames names = new MySqlPartNames(server);
        List<TablePart> named = new ArrayList<>();
        for (TablePart part : copy.parts()) {
            PartName own =
                    part instanceof Check
                            ? names.nameFor(copy.withParts(named), part)
                            : part.name();
            named.add(part.withName(own));
        }
        return copy.withParts(named);
    }

    /** The columns of the query come behind those that are written. */
    private void fromQuery(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        boolean replaces = cursor.accept("IGNORE") || cursor.accept("REPLACE");
        cursor.accept("AS");
        boolean query = cursor.at("SELECT") || cursor.at("WITH") || cursor.at("(");
        if (!query && !replaces) {
            throw cursor.unexpected();
        }
        StatementNotes.pass(cursor);
        new TableAssembly(context).create(draft, table -> ImpliedIndexes.settled(table, server));
        StatementNotes.unknown(
                context,
                Optional.of(ObjectId.table(draft.name())),
                "columns of table " + draft.name() + " come from a query");
    }
}
