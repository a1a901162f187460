package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.Names;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code CREATE TABLE … AS}. Where the query takes columns of one table, the types are known;
 * of any other query only the server knows them.
 */
final class TableFromQuery {
    private record Item(String column, Optional<String> alias) {}

    /** Returns whether a table's name is followed by {@code AS} and a query. */
    static boolean isNext(TokenCursor cursor) {
        int start = cursor.mark();
        boolean found = isAs(cursor);
        cursor.go(start);
        return found;
    }

    private static boolean isAs(TokenCursor cursor) {
        int depth = 0;
        while (!cursor.atEnd()) {
            if (depth == 0 && cursor.peek().is("AS")) {
                return true;
            }
            if (depth == 0 && (cursor.peek().is("PARTITION") || cursor.peek().is("OF"))) {
                return false;
            }
            depth += cursor.peek().isSymbol("(") ? 1 : cursor.peek().isSymbol(")") ? -1 : 0;
            cursor.next();
        }
        return false;
    }

    void read(DdlContext context, TableDraft draft) {
        TokenCursor cursor = context.cursor();
        List<String> names = cursor.at("(") ? context.names().list() : List.of();
        Options options = settings(context);
        cursor.expect("AS");
        Optional<List<Column>> columns = columns(context);
        Rest.pass(cursor);
        Table table =
                Table.of(draft.name(), renamed(columns.orElse(List.of()), names))
                        .withPersistence(draft.persistence())
                        .withOptions(options);
        context.change(new ObjectChange.Create(table));
        if (columns.isEmpty()) {
            String reason = "the columns of table " + draft.name() + " come from a query";
            StatementNotes.unknown(context, Optional.of(table.id()), reason);
        }
    }

    private static Options settings(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Options options = Options.none();
        while (!cursor.at("AS")) {
            if (cursor.accept("USING")) {
                String method = context.name();
                options =
                        method.equals("heap")
                                ? options
                                : options.with(OptionNames.ACCESS_METHOD, method);
            } else if (cursor.accept("WITH")) {
                options = StorageParameters.read(context, options);
            } else if (!cursor.accept("WITHOUT", "OIDS")) {
                cursor.expect("TABLESPACE");
                options = StorageParameters.tablespace(context, options);
            }
        }
        return options;
    }

    private static List<Column> renamed(List<Column> columns, List<String> names) {
        List<Column> all = new ArrayList<>(columns);
        for (int i = 0; i < Math.min(names.size(), all.size()); i++) {
            all.set(i, all.get(i).withName(names.get(i)));
        }
        return all;
    }

    /** Returns the columns of a query that takes them from one table; empty for any other. */
    private static Optional<List<Column>> columns(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            return source(context).map(table -> picked(context, table));
        }
        if (!cursor.accept("SELECT")) {
            return Optional.empty();
        }
        Optional<List<Item>> items = items(context);
        if (items.isEmpty() || !cursor.accept("FROM")) {
            return Optional.empty();
        }
        Optional<Table> table = source(context);
        if (table.isEmpty() || joins(cursor)) {
            return Optional.empty();
        }
        List<Column> all = picked(context, table.get());
        return items.get().isEmpty() ? Optional.of(all) : chosen(all, items.get());
    }

    private static boolean joins(TokenCursor cursor) {
        return !(cursor.atEnd()
                || cursor.at("WHERE")
                || cursor.at("ORDER")
                || cursor.at("LIMIT")
                || cursor.at("WITH"));
    }

    private static Optional<Table> source(DdlContext context) {
        context.cursor().accept("ONLY");
        if (!context.names().isNext()) {
            return Optional.empty();
        }
        WrittenName written = context.written();
        Optional<Relation> relation = context.schema().relation(context.relation(written));
        return relation.filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** Takes the items of a select list; no items for a star, empty where one is no column. */
    private static Optional<List<Item>> items(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Names names = context.names();
        if (cursor.accept("*")) {
            return Optional.of(List.of());
        }
        List<Item> items = new ArrayList<>();
        do {
            if (!names.isNext()) {
                return Optional.empty();
            }
            String column = context.written().name();
            Optional<String> alias =
                    cursor.accept("AS") || names.isNext()
                            ? Optional.of(names.label())
                            : Optional.empty();
            items.add(new Item(column, alias));
        } while (cursor.accept(","));
        return Optional.of(items);
    }

    private static Optional<List<Column>> chosen(List<Column> columns, List<Item> items) {
        List<Column> chosen = new ArrayList<>();
        for (Item item : items) {
            for (Column column : columns) {
                if (column.name().equals(item.column())) {
                    chosen.add(column.withName(item.alias().orElse(item.column())));
                }
            }
        }
        return chosen.size() == items.size() ? Optional.of(chosen) : Optional.empty();
    }

    /** Returns the columns of a table as a query gives them: names, types and collations. */
    private static List<Column> picked(DdlContext context, Table table) {
        return Inheritance.columns(context.schema(), table).stream()
                .map(
                        column ->
                                Column.of(column.name(), column.type())
                                        .withCollation(column.collation()))
                .toList();
    }
}
