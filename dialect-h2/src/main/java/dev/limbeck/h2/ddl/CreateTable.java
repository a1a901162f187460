package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.h2.model.H2Options;
import dev.limbeck.h2.normal.H2Normalizer;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE TABLE}, from behind the word {@code TABLE}. */
final class CreateTable {
    private final ColumnGrammar columns;

    CreateTable(ColumnGrammar columns) {
        this.columns = columns;
    }

    void read(DdlContext context, boolean temporary) {
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
        if (ifNotExists && context.schema().relation(name).isPresent()) {
            StatementNotes.pass(cursor);
            return;
        }
        context.element(0, ObjectId.table(name));
        TableDraft draft = new TableDraft(name);
        if (cursor.accept("COMMENT")) {
            draft.comment(context.string());
        }
        if (isFromQuery(cursor)) {
            fromQuery(context, draft);
            return;
        }
        body(context, draft);
        draft.options(tail(cursor));
        within(context, name.schema(), () -> new TableAssembly(context).create(draft));
    }

    /** Does something with bare names looked for in a table's own schema, as H2 does. */
    static void within(DdlContext context, String schema, Runnable work) {
        DdlSession session = context.session();
        List<String> path = new ArrayList<>(List.of(schema));
        path.addAll(session.path());
        context.session(session.withPath(path));
        work.run();
        context.session(session);
    }

    private void body(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        if (cursor.accept(")")) {
            return;
        }
        do {
            if (cursor.at(")")) {
                break;
            }
            if (!columns.constraint(context, draft)) {
                columns.column(context, draft);
            }
        } while (cursor.accept(","));
        cursor.expect(")");
    }

    private static Options tail(TokenCursor cursor) {
        Options options = Options.none();
        while (!cursor.atEnd() && !cursor.at("AS")) {
            if (cursor.accept("NOT", "PERSISTENT")) {
                options = options.with(H2Options.NOT_PERSISTENT, "");
            } else if (cursor.at("ENGINE") || cursor.at("WITH")) {
                options = options.with(H2Options.ENGINE, engine(cursor));
            } else if (!cursor.accept("TRANSACTIONAL")) {
                throw cursor.unexpected();
            }
        }
        return options;
    }

    private static String engine(TokenCursor cursor) {
        int from = cursor.offset();
        if (cursor.accept("ENGINE")) {
            cursor.next();
        }
        if (cursor.accept("WITH")) {
            do {
                cursor.next();
            } while (cursor.accept(","));
        }
        return cursor.slice(from, cursor.lastEnd());
    }

    private static boolean isFromQuery(TokenCursor cursor) {
        int start = cursor.mark();
        if (cursor.at("(")) {
            Texts.pass(cursor);
        }
        boolean found = cursor.at("AS");
        cursor.go(start);
        return found;
    }

    private void fromQuery(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        List<String> names = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                int offset = cursor.offset();
                String name = context.name();
                names.add(name);
                if (!cursor.at(",") && !cursor.at(")")) {
                    draft.add(columns.column(context, draft, name, offset));
                }
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        cursor.expect("AS");
        String query = query(cursor);
        List<Column> found = columnsOf(context, query);
        boolean unknown = found.isEmpty() || (!names.isEmpty() && names.size() != found.size());
        if (unknown) {
            QualifiedName name = draft.name();
            context.change(new ObjectChange.Create(Table.of(name)));
            StatementNotes.unknown(
                    context,
                    Optional.of(ObjectId.table(name)),
                    "the columns of table " + name + " come from a query");
            return;
        }
        TableDraft full = new TableDraft(draft.name());
        for (int i = 0; i < found.size(); i++) {
            Column column = found.get(i);
            String name = names.isEmpty() ? column.name() : names.get(i);
            full.add(
                    draft.column(name).orElseGet(() -> ColumnDraft.like(column.withName(name), 0)));
        }
        draft.parts().forEach(full::add);
        within(context, draft.name().schema(), () -> new TableAssembly(context).create(full));
    }

    /** Takes the query without {@code WITH [NO] DATA} behind it. */
    private static String query(TokenCursor cursor) {
        int from = cursor.offset();
        int end = from;
        while (!cursor.atEnd()) {
            if (cursor.accept("WITH", "NO", "DATA") || cursor.accept("WITH", "DATA")) {
                break;
            }
            cursor.next();
            end = cursor.lastEnd();
        }
        return cursor.slice(from, end);
    }

    /** Returns the columns that a query yields; H2 itself says it. */
    private static List<Column> columnsOf(DdlContext context, String query) {
        QualifiedName name = QualifiedName.of("LIMBECK$QUERY");
        List<SchemaObject> objects = new ArrayList<>();
        context.schema().objects().forEach(objects::add);
        objects.add(View.of(name, Query.of(Expression.of(query))));
        Schema known = new H2Normalizer().normalize(Schema.of(objects));
        return known.relation(name).map(View.class::cast).stream()
                .flatMap(view -> view.query().columns().stream())
                .filter(column -> column.type().isPresent())
                .map(column -> Column.of(column.name(), column.type().orElseThrow()))
                .toList();
    }
}
