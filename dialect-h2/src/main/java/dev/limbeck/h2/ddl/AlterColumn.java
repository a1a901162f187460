package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.Conversion;
import dev.limbeck.h2.model.Counting;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.Optional;
import java.util.Set;

/** Reads the actions of {@code ALTER TABLE … ALTER COLUMN}. */
final class AlterColumn {
    private final ColumnGrammar grammar;

    AlterColumn(ColumnGrammar grammar) {
        this.grammar = grammar;
    }

    /** Takes an action, from behind {@code COLUMN}. */
    void read(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String column = context.name();
        context.at(offset);
        Table table = context.schema().table(name).orElseThrow();
        Optional<Column> found = table.column(column);
        if (found.isEmpty()) {
            if (!ifExists) {
                throw context.missingColumn(offset, name, column);
            }
            StatementNotes.pass(cursor);
            return;
        }
        if (cursor.accept("RENAME", "TO")) {
            context.change(new ColumnChange.Rename(name, column, context.name()));
            return;
        }
        Column before = found.get();
        if (cursor.accept("SET", "DATA", "TYPE")) {
            retype(context, table, before);
        } else if (isAction(cursor)) {
            change(context, name, before, altered(context, table, before), Conversion.unsaid());
        } else {
            redefine(context, table, before);
        }
    }

    private static boolean isAction(TokenCursor cursor) {
        return cursor.atAny(Set.of("SET", "DROP", "RESTART", "START", "SELECTIVITY"))
                || cursor.atAny(
                        Set.of(
                                "INCREMENT",
                                "MINVALUE",
                                "MAXVALUE",
                                "CYCLE",
                                "CACHE",
                                "NO",
                                "NOCACHE",
                                "NOCYCLE",
                                "NOMAXVALUE",
                                "NOMINVALUE"));
    }

    private static void change(
            DdlContext context,
            QualifiedName table,
            Column before,
            Column after,
            Conversion conversion) {
        if (!before.equals(after)) {
            context.change(new ColumnChange.Alter(table, before, after, conversion));
        }
    }

    /** The sequence of an identity column keeps the limits that the old type gave it. */
    private static void retype(DdlContext context, Table table, Column before) {
        TokenCursor cursor = context.cursor();
        ColumnType type = StatementTypes.read(context);
        Conversion conversion = Conversion.unsaid();
        if (cursor.accept("USING")) {
            SourceText text = Texts.until(cursor, Set.of());
            conversion = Conversion.using(context.expression(text, context.scope(table)));
        }
        Column after =
                before.withType(type)
                        .withIdentity(
                                before.identity()
                                        .map(identity -> kept(identity, before.type(), type)));
        change(context, table.name(), before, after, conversion);
    }

    private static Identity kept(Identity identity, ColumnType before, ColumnType after) {
        return identity.withSequence(
                new Counting(before).kept(identity.sequence(), new Counting(after)));
    }

    /** Takes a whole definition: what it doesn't say is gone, but for the comment and NOT NULL. */
    private void redefine(DdlContext context, Table table, Column before) {
        TableDraft draft = new TableDraft(table.name());
        ColumnDraft column =
                grammar.column(context, draft, before.name(), context.cursor().offset());
        Column after =
                new TableAssembly(context).column(table, column).withComment(before.comment());
        if (after.nullable() && !before.nullable()) {
            after = after.withNotNull(before.notNull());
        }
        change(context, table.name(), before, after, Conversion.unsaid());
        CreateTable.within(
                context,
                table.name().schema(),
                () ->
                        new TableAssembly(context)
                                .addParts(ObjectId.table(table.name()), draft.parts()));
    }

    private static Column altered(DdlContext context, Table table, Column before) {
        TokenCursor cursor = context.cursor();
        Options options = before.options();
        if (cursor.accept("SET", "DEFAULT", "ON", "NULL")) {
            return before.withOptions(options.with(Options.DEFAULT_ON_NULL, ""));
        }
        if (cursor.accept("DROP", "DEFAULT", "ON", "NULL")) {
            return before.withOptions(options.without(Options.DEFAULT_ON_NULL));
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return before.withDefault(value(context, table));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return before.withDefault(Optional.empty());
        }
        if (cursor.accept("SET", "ON", "UPDATE")) {
            String text = Texts.until(cursor, Set.of()).text();
            return before.withOptions(options.with(Options.ON_UPDATE, text));
        }
        if (cursor.accept("DROP", "ON", "UPDATE")) {
            return before.withOptions(options.without(Options.ON_UPDATE));
        }
        if (cursor.accept("DROP", "EXPRESSION")) {
            return before.withGenerated(Optional.empty());
        }
        if (cursor.accept("SET", "INVISIBLE")) {
            return before.withOptions(options.with(Options.INVISIBLE, ""));
        }
        if (cursor.accept("SET", "VISIBLE")) {
            return before.withOptions(options.without(Options.INVISIBLE));
        }
        if (cursor.accept("SELECTIVITY")) {
            context.number();
            return before;
        }
        return nullability(context, before);
    }

    private static Optional<Expression> value(DdlContext context, Table table) {
        SourceText text = Texts.until(context.cursor(), Set.of());
        return text.text().equalsIgnoreCase("NULL")
                ? Optional.empty()
                : Optional.of(context.expression(text, context.scope(table)));
    }

    private static Column nullability(DdlContext context, Column before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "NOT", "NULL")) {
            return before.withNotNull(Optional.of(NotNull.plain()));
        }
        if (cursor.accept("SET", "NULL") || cursor.accept("DROP", "NOT", "NULL")) {
            return before.withNotNull(Optional.empty());
        }
        if (cursor.accept("DROP", "IDENTITY")) {
            return before.withIdentity(Optional.empty());
        }
        return identity(context, before);
    }

    private static Column identity(DdlContext context, Column before) {
        TokenCursor cursor = context.cursor();
        Identity.Generation generation =
                before.identity().map(Identity::generation).orElse(Identity.Generation.BY_DEFAULT);
        if (cursor.accept("SET", "GENERATED")) {
            boolean always = cursor.accept("ALWAYS");
            if (!always) {
                cursor.expect("BY", "DEFAULT");
            }
            generation = always ? Identity.Generation.ALWAYS : Identity.Generation.BY_DEFAULT;
        } else if (before.identity().isEmpty()) {
            throw cursor.unexpected();
        }
        SequenceOptions options =
                before.identity().map(Identity::sequence).orElse(SequenceOptions.defaults());
        while (!cursor.atEnd()) {
            cursor.accept("SET");
            options =
                    CountingGrammar.option(context, options).orElseThrow(() -> cursor.unexpected());
        }
        return before.withDefault(Optional.empty())
                .withIdentity(Optional.of(new Identity(generation, options)))
                .withNotNull(Optional.of(NotNull.plain()));
    }
}
