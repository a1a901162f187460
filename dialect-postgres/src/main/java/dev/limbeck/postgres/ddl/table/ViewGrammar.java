package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}. */
public final class ViewGrammar {
    /**
     * What stands before the word {@code VIEW}.
     *
     * @param replaces {@code OR REPLACE}
     * @param recursive {@code RECURSIVE}
     * @param temporary {@code TEMPORARY}
     */
    public record Prefix(boolean replaces, boolean recursive, boolean temporary) {}

    /** Takes a view, from behind the word {@code VIEW}. */
    public void view(DdlContext context, Prefix prefix) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE VIEW");
        WrittenName written = context.written();
        context.at(written.offset());
        if (prefix.temporary()) {
            context.session(context.session().withTemporary(written.name()));
            Rest.pass(cursor);
            return;
        }
        List<String> names = cursor.at("(") ? context.names().list() : List.of();
        Options options =
                cursor.accept("WITH")
                        ? StorageParameters.read(context, Options.none())
                        : Options.none();
        cursor.expect("AS");
        SourceText text = query(cursor);
        options = checkOption(cursor, options);
        QualifiedName name = context.made(written);
        SourceText asked = prefix.recursive() ? recursive(name, names, text) : text;
        View view =
                View.of(name, query(context, asked, prefix.recursive() ? List.of() : names))
                        .withOptions(options);
        context.element(0, view.id());
        Optional<SchemaObject> before = context.schema().find(view.id());
        if (prefix.replaces() && before.isPresent()) {
            View old = (View) before.get();
            replace(
                    context,
                    old,
                    view.withParts(old.parts())
                            .withColumnComments(old.columnComments())
                            .withDetails(old.details()));
        } else {
            context.change(new ObjectChange.Create(view));
        }
    }

    private static void replace(DdlContext context, SchemaObject before, SchemaObject after) {
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }

    /** Takes a query up to {@code WITH … CHECK OPTION}, {@code WITH [NO] DATA} or the end. */
    private static SourceText query(TokenCursor cursor) {
        int from = cursor.offset();
        if (cursor.atEnd()) {
            throw cursor.unexpected();
        }
        while (!cursor.atEnd() && !isTail(cursor)) {
            cursor.next();
        }
        return new SourceText(cursor.slice(from, cursor.lastEnd()), from);
    }

    private static boolean isTail(TokenCursor cursor) {
        return cursor.at("WITH", "CHECK", "OPTION")
                || cursor.at("WITH", "LOCAL", "CHECK", "OPTION")
                || cursor.at("WITH", "CASCADED", "CHECK", "OPTION")
                || isData(cursor, "WITH", "DATA")
                || isData(cursor, "WITH", "NO", "DATA");
    }

    private static boolean isData(TokenCursor cursor, String... words) {
        return cursor.at(words) && cursor.peek(words.length).text().isEmpty();
    }

    private static Options checkOption(TokenCursor cursor, Options options) {
        if (cursor.accept("WITH", "LOCAL", "CHECK", "OPTION")) {
            return options.with(OptionNames.CHECK_OPTION, "local");
        }
        boolean cascaded =
                cursor.accept("WITH", "CASCADED", "CHECK", "OPTION")
                        || cursor.accept("WITH", "CHECK", "OPTION");
        return cascaded ? options.with(OptionNames.CHECK_OPTION, "cascaded") : options;
    }

    /** Returns what {@code CREATE RECURSIVE VIEW} stands for. */
    private static SourceText recursive(QualifiedName view, List<String> names, SourceText text) {
        String name = PostgresIdentifiers.write(view.name());
        String columns = written(names);
        return new SourceText(
                "WITH RECURSIVE "
                        + name
                        + " ("
                        + columns
                        + ") AS ("
                        + text.text()
                        + ") SELECT "
                        + columns
                        + " FROM "
                        + name,
                text.offset());
    }

    private static String written(List<String> names) {
        return names.stream().map(PostgresIdentifiers::write).collect(Collectors.joining(", "));
    }

    private static Query query(DdlContext context, SourceText text, List<String> names) {
        Expression read = context.expression(text, context.freeScope());
        return new Query(names, named(read, names), List.of());
    }

    /** Returns a query whose canonical form says the names of its columns. */
    static Expression named(Expression query, List<String> names) {
        return names.isEmpty()
                ? query
                : query.withCanonical("(" + written(names) + ") " + query.source());
    }

    /** Takes a materialized view, from behind the word {@code VIEW}. */
    public void materialized(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE MATERIALIZED VIEW");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        List<String> names = cursor.at("(") ? context.names().list() : List.of();
        Options options = Options.none();
        while (!cursor.accept("AS")) {
            if (cursor.accept("USING")) {
                String method = context.name();
                options =
                        method.equals("heap")
                                ? options
                                : options.with(OptionNames.ACCESS_METHOD, method);
            } else if (cursor.accept("WITH")) {
                options = StorageParameters.read(context, options);
            } else if (cursor.accept("TABLESPACE")) {
                options = StorageParameters.tablespace(context, options);
            } else {
                throw cursor.unexpected();
            }
        }
        SourceText text = query(cursor);
        if (!cursor.accept("WITH", "DATA")) {
            cursor.accept("WITH", "NO", "DATA");
        }
        QualifiedName name = context.made(written);
        if (ifNotExists && context.schema().relation(name).isPresent()) {
            return;
        }
        context.element(0, ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name));
        context.change(
                new ObjectChange.Create(
                        MaterializedView.of(name, query(context, text, names))
                                .withOptions(options)));
    }
}
