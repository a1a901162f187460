package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.Conversion;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.ColumnStorage;
import dev.limbeck.postgres.ddl.clause.Refused;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.Optional;
import java.util.Set;

/** Reads the actions of {@code ALTER TABLE} on one column. */
final class ColumnActions {
    private final ColumnGrammar grammar;
    private final ColumnDrop drops;
    private final IdentityActions identities = new IdentityActions();

    ColumnActions(ColumnGrammar grammar) {
        this.grammar = grammar;
        this.drops = new ColumnDrop(grammar.major());
    }

    /** Takes an action if one on a column comes next. */
    boolean read(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD")) {
            cursor.accept("COLUMN");
            add(context, target);
            return true;
        }
        if (cursor.accept("DROP")) {
            cursor.accept("COLUMN");
            drops.read(context, target);
            return true;
        }
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            alter(context, target);
            return true;
        }
        return false;
    }

    private void add(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        TableDraft draft = new TableDraft(target.name());
        draft.persistence(target.table().persistence());
        grammar.read(context, draft);
        context.at(offset);
        boolean exists = target.findColumn(draft.columns().get(0).name()).isPresent();
        if (ifNotExists && exists) {
            return;
        }
        new TableAssembly(context).addColumn(draft);
    }

    private void alter(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        if (target.id().kind() != ObjectKind.TABLE) {
            ViewActions.column(context, target, name);
            return;
        }
        Column before = target.column(offset, name);
        context.at(offset);
        if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
            type(context, target, before);
            return;
        }
        Column after = altered(context, target, before);
        change(context, target.name(), before, after, Conversion.unsaid());
    }

    static void change(
            DdlContext context,
            QualifiedName table,
            Column before,
            Column after,
            Conversion conversion) {
        if (!before.equals(after)) {
            context.change(new ColumnChange.Alter(table, before, after, conversion));
        }
    }

    private Column altered(DdlContext context, AlterTarget target, Column before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "DEFAULT")) {
            return before.withDefault(defaultValue(context, Texts.until(cursor, Set.of()), target));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return before.withDefault(Optional.empty());
        }
        if (cursor.accept("SET", "NOT", "NULL")) {
            return before.nullable() ? notNull(context, target, before) : validated(before);
        }
        if (cursor.accept("DROP", "NOT", "NULL")) {
            return before.withNotNull(Optional.empty());
        }
        if (cursor.accept("SET", "EXPRESSION", "AS")) {
            return before.withGenerated(generated(context, target, before));
        }
        if (cursor.accept("DROP", "EXPRESSION")) {
            cursor.accept("IF", "EXISTS");
            return before.withGenerated(Optional.empty());
        }
        return identities
                .read(context, before)
                .or(() -> stored(context, before))
                .orElseThrow(() -> cursor.unexpected());
    }

    private static Optional<Expression> defaultValue(
            DdlContext context, SourceText text, AlterTarget target) {
        return text.text().equalsIgnoreCase("NULL")
                ? Optional.empty()
                : Optional.of(context.expression(text, context.scope(target.table())));
    }

    static Column notNull(DdlContext context, AlterTarget target, Column before) {
        return before.withNotNull(
                Optional.of(
                        context.tools()
                                .notNulls()
                                .of(context.schema(), target.table(), before.name())));
    }

    private static Column validated(Column before) {
        return before.withNotNull(
                before.notNull()
                        .map(
                                said ->
                                        new NotNull(
                                                said.name(),
                                                said.inherited(),
                                                ConstraintState.normal())));
    }

    private static Optional<Generated> generated(
            DdlContext context, AlterTarget target, Column before) {
        Expression computed =
                context.expression(
                        Texts.parenthesized(context.cursor()), context.scope(target.table()));
        return before.generated().map(old -> new Generated(computed, old.storage()));
    }

    private static Optional<Column> stored(DdlContext context, Column before) {
        TokenCursor cursor = context.cursor();
        Options options = before.options();
        if (cursor.accept("SET", "STATISTICS")) {
            String target = cursor.accept("DEFAULT") ? "-1" : context.number();
            return Optional.of(
                    before.withOptions(
                            target.equals("-1")
                                    ? options.without("statistics")
                                    : options.with("statistics", target)));
        }
        if (cursor.accept("SET", "STORAGE")) {
            return Optional.of(
                    before.withOptions(
                            with(
                                    options,
                                    Options.STORAGE,
                                    ColumnStorage.storage(cursor, before.type()))));
        }
        if (cursor.accept("SET", "COMPRESSION")) {
            return Optional.of(
                    before.withOptions(
                            with(
                                    options,
                                    Options.COMPRESSION,
                                    ColumnStorage.compression(context))));
        }
        if (cursor.at("SET", "(")) {
            cursor.expect("SET");
            return Optional.of(before.withOptions(StorageParameters.read(context, options)));
        }
        if (cursor.accept("RESET")) {
            return Optional.of(before.withOptions(StorageParameters.reset(context, options)));
        }
        return Optional.empty();
    }

    private static Options with(Options options, String key, Optional<String> value) {
        return value.map(said -> options.with(key, said)).orElse(options.without(key));
    }

    private void type(DdlContext context, AlterTarget target, Column before) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        ColumnType type = StatementTypes.INSTANCE.read(context);
        Optional<QualifiedName> collation =
                cursor.accept("COLLATE")
                        ? Optional.of(ColumnReader.collation(context))
                        : Optional.empty();
        Conversion conversion = Conversion.unsaid();
        if (cursor.accept("USING")) {
            SourceText text = Texts.until(cursor, Set.of());
            conversion = Conversion.using(context.expression(text, context.scope(target.table())));
        }
        if (!before.type().equals(type)) {
            refuseInViews(context, target, before, offset);
        }
        Column after = before.withType(type).withCollation(collation);
        after =
                after.withIdentity(
                        before.identity()
                                .map(
                                        identity ->
                                                identity.withSequence(
                                                        IdentityActions.counting(
                                                                identity.sequence(), type))));
        change(context, target.name(), before, after, conversion);
    }

    /** Refuses to change the type of a column that a view reads, as the server does. */
    private static void refuseInViews(
            DdlContext context, AlterTarget target, Column column, int offset) {
        for (ObjectId user : context.schema().dependents(target.id())) {
            boolean view =
                    user.kind() == ObjectKind.VIEW || user.kind() == ObjectKind.MATERIALIZED_VIEW;
            boolean uses =
                    view
                            && Reference.columnsOf(
                                            target.name(),
                                            context.schema().find(user).orElseThrow().references())
                                    .contains(column.name());
            if (uses) {
                throw Refused.stillUsed(
                        offset, "the type of column " + column.name() + " can't change", user);
            }
        }
    }
}
