package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;

/** Reads {@code CREATE TABLE}, from behind the word {@code TABLE}. */
final class CreateTable {
    /** How long a table's rows last. */
    enum Kind {
        PLAIN,
        /** The table stays, its rows end with a session or a transaction. */
        TEMPORARY,
        /** The table itself ends with the session. */
        OF_SESSION
    }

    private final ColumnGrammar columns = new ColumnGrammar();

    void read(DdlContext context, Kind kind) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TABLE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        if (kind == Kind.OF_SESSION) {
            WrittenName written = context.written();
            context.session(context.session().withTemporary(written.name()));
            StatementNotes.pass(cursor);
            return;
        }
        QualifiedName name = Made.name(context);
        if (ifNotExists && context.schema().relation(name).isPresent()) {
            StatementNotes.pass(cursor);
            return;
        }
        context.element(0, ObjectId.table(name));
        TableDraft draft = new TableDraft(name);
        if (kind == Kind.TEMPORARY) {
            draft.persistence(Persistence.TEMPORARY);
        }
        if (cursor.at("OF")) {
            throw cursor.problem(cursor.offset(), "tables of objects can't be read: " + name);
        }
        if (cursor.at("(")) {
            body(context, draft);
        }
        TableTail tail = new TableTail(context, draft);
        tail.read();
        if (tail.isExternal()) {
            StatementNotes.pass(cursor);
            StatementNotes.notModelled(context, 0, "external table " + name);
            return;
        }
        if (cursor.accept("AS")) {
            fromQuery(context, draft);
            return;
        }
        cursor.requireEnd();
        new TableAssembly(context).create(draft);
        untyped(context, draft);
    }

    /** Only the server knows the type of a computed column that says none. */
    static void untyped(DdlContext context, TableDraft draft) {
        for (ColumnDraft column : draft.columns()) {
            if (column.type().equals(ColumnGrammar.UNSAID)) {
                StatementNotes.unknown(
                        context,
                        Optional.of(ObjectId.table(draft.name())),
                        "the type of column "
                                + column.name()
                                + " of table "
                                + draft.name()
                                + " comes from its expression");
            }
        }
    }

    private void body(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        do {
            Optional<PartDraft> part = columns.constraint(context);
            part.ifPresent(draft::add);
            if (part.isEmpty() && !supplemental(context)) {
                if (isBareName(cursor)) {
                    // Of a query: its type comes from there.
                    context.name();
                } else {
                    columns.column(context, draft);
                }
            }
        } while (cursor.accept(","));
        cursor.expect(")");
    }

    private static boolean isBareName(TokenCursor cursor) {
        return cursor.peek(1).isSymbol(",") || cursor.peek(1).isSymbol(")");
    }

    private static boolean supplemental(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (!cursor.accept("SUPPLEMENTAL", "LOG")) {
            return false;
        }
        StatementNotes.notModelled(context, offset, "supplemental logging");
        Texts.until(cursor, Set.of());
        return true;
    }

    private static void fromQuery(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        if (!cursor.at("SELECT") && !cursor.at("WITH") && !cursor.at("(")) {
            throw cursor.unexpected();
        }
        StatementNotes.pass(cursor);
        new TableAssembly(context).create(draft);
        StatementNotes.unknown(
                context,
                Optional.of(ObjectId.table(draft.name())),
                "columns of table " + draft.name() + " come from a query");
    }
}
