package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.mysql.normal.ImpliedIndexes;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER TABLE}, from behind the word {@code TABLE}. */
final class AlterTable {
    private static final Set<String> WORDS_THAT_SAY_NOTHING =
            Set.of("FORCE", "ENABLE", "DISABLE", "ORDER");

    private final ColumnGrammar columns;
    private final KeyGrammar keys;
    private final ServerSettings settings;

    AlterTable(ColumnGrammar columns, KeyGrammar keys, ServerSettings settings) {
        this.columns = columns;
        this.keys = keys;
        this.settings = settings;
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TABLE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (context.session().isTemporary(QualifiedName.of(written.name()))) {
            StatementNotes.pass(cursor);
            return;
        }
        QualifiedName name = context.relation(written);
        if (context.schema().table(name).isEmpty()) {
            if (!ifExists) {
                throw context.missingTable(written.offset(), name);
            }
            StatementNotes.pass(cursor);
            return;
        }
        actions(context, name);
    }

    private void actions(DdlContext context, QualifiedName start) {
        TokenCursor cursor = context.cursor();
        QualifiedName name = start;
        boolean more = !cursor.atEnd();
        while (more) {
            name = action(context, name);
            more = cursor.accept(",") || (!cursor.atEnd() && isTail(cursor));
        }
        settle(context, name, settings.version());
    }

    private static boolean isTail(TokenCursor cursor) {
        return cursor.at("PARTITION", "BY") || cursor.at("REMOVE", "PARTITIONING");
    }

    /** What a foreign key needs is made, and what the server made for one and is idle goes. */
    static void settle(DdlContext context, QualifiedName name, ServerVersion server) {
        Table table = table(context, name);
        Table settled = ImpliedIndexes.settled(table, server);
        Set<TablePart> there = new HashSet<>(table.parts());
        for (TablePart part : table.parts()) {
            if (!settled.parts().contains(part)) {
                context.change(new PartChange.Drop(table.id(), part));
            }
        }
        for (TablePart part : settled.parts()) {
            if (!there.contains(part)) {
                context.change(new PartChange.Add(table.id(), part));
            }
        }
    }

    static Table table(DdlContext context, QualifiedName name) {
        return context.schema().table(name).orElseThrow();
    }

    /** Takes one action, and returns what the table is called afterwards. */
    private QualifiedName action(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD")) {
            add(context, name);
        } else if (cursor.accept("DROP")) {
            new DropParts(context, name).read();
        } else if (cursor.accept("MODIFY")) {
            cursor.accept("COLUMN");
            boolean ifExists = cursor.accept("IF", "EXISTS");
            int offset = cursor.offset();
            modify(context, name, context.name(), offset, ifExists);
        } else if (cursor.accept("CHANGE")) {
            change(context, name);
        } else if (cursor.accept("ALTER")) {
            alter(context, name);
        } else if (cursor.accept("RENAME")) {
            return rename(context, name);
        } else {
            rest(context, name);
        }
        return name;
    }

    private void rest(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CONVERT", "TO")) {
            convert(context, name);
        } else if (cursor.accept("ALGORITHM") || cursor.accept("LOCK")) {
            cursor.accept("=");
            cursor.word();
        } else if (cursor.accept("PARTITION", "BY")) {
            Table table = table(context, name);
            repartition(
                    context,
                    table,
                    Optional.of(PartitionGrammar.read(context).apply(context.scope(table))));
        } else if (cursor.accept("REMOVE", "PARTITIONING")) {
            repartition(context, table(context, name), Optional.empty());
        } else if (cursor.atAny(WORDS_THAT_SAY_NOTHING)) {
            Texts.until(cursor, Set.of());
        } else if (cursor.accept("WITHOUT", "VALIDATION") || cursor.accept("WITH", "VALIDATION")) {
            return;
        } else {
            options(context, name);
        }
    }

    private static void repartition(DdlContext context, Table table, Optional<Partitioning> after) {
        context.change(new TableChange.Repartition(table.name(), table.partitioning(), after));
    }

    private void add(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PARTITION")) {
            Table table = table(context, name);
            PartitionActions.add(context, table);
            return;
        }
        TableDraft draft = new TableDraft(name);
        Optional<PartDraft> part = keys.read(context);
        if (part.isPresent()) {
            draft.add(part.get());
            new TableAssembly(context).addColumn(draft);
            return;
        }
        cursor.accept("COLUMN");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        if (cursor.accept("(")) {
            do {
                Optional<PartDraft> inner = keys.read(context);
                inner.ifPresent(draft::add);
                if (inner.isEmpty()) {
                    columns.column(context, draft);
                }
            } while (cursor.accept(","));
            cursor.expect(")");
        } else {
            columns.column(context, draft);
        }
        ColumnGrammar.position(context);
        boolean there =
                ifNotExists
                        && draft.columns().stream()
                                .anyMatch(
                                        column ->
                                                table(context, name)
                                                        .column(column.name())
                                                        .isPresent());
        if (!there) {
            new TableAssembly(context).addColumn(draft);
        }
    }

    private void change(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        cursor.accept("COLUMN");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String before = context.name();
        String after = context.name();
        if (table(context, name).column(before).isEmpty()) {
            if (ifExists) {
                Texts.until(cursor, Set.of());
                return;
            }
            throw context.missingColumn(offset, name, before);
        }
        if (!before.equals(after)) {
            context.change(new ColumnChange.Rename(name, before, after));
        }
        modify(context, name, after, offset, false);
    }

    /** A column is what its new definition says; what that leaves out is gone. */
    private void modify(
            DdlContext context, QualifiedName name, String column, int offset, boolean ifExists) {
        TableDraft draft = new TableDraft(name);
        columns.column(context, draft, column, offset);
        ColumnGrammar.position(context);
        Table table = table(context, name);
        Optional<Column> before = table.column(column);
        if (before.isEmpty()) {
            if (ifExists) {
                return;
            }
            throw context.missingColumn(offset, name, column);
        }
        context.at(offset);
        if (settings.version().isMariaDb()) {
            table.part(PartKind.CONSTRAINT, column)
                    .filter(Check.class::isInstance)
                    .ifPresent(check -> context.change(new PartChange.Drop(table.id(), check)));
        }
        TableAssembly assembly = new TableAssembly(context);
        Column after = assembly.column(table(context, name), draft.columns().get(0));
        boolean key =
                table.primaryKey()
                        .filter(primary -> primary.key().columns().contains(column))
                        .isPresent();
        if (key && after.nullable()) {
            after = after.withNotNull(before.get().notNull());
        }
        if (!after.equals(before.get())) {
            context.change(new ColumnChange.Alter(name, before.get(), after));
        }
        assembly.addParts(ObjectId.table(name), draft.parts());
    }

    private static void alter(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        Table table = table(context, name);
        if (cursor.accept("INDEX") || cursor.accept("KEY")) {
            cursor.accept("IF", "EXISTS");
            int offset = cursor.offset();
            Index index = (Index) part(context, table, PartKind.INDEX, context.name(), offset);
            boolean shown = cursor.accept("VISIBLE") || cursor.accept("NOT", "IGNORED");
            boolean hidden = !shown && (cursor.accept("INVISIBLE") || cursor.accept("IGNORED"));
            if (!shown && !hidden) {
                throw cursor.unexpected();
            }
            Options options =
                    hidden
                            ? index.options().with(Options.INVISIBLE, "")
                            : index.options().without(Options.INVISIBLE);
            context.change(new PartChange.Alter(table.id(), index, index.withOptions(options)));
            return;
        }
        if (cursor.accept("CHECK") || cursor.accept("CONSTRAINT")) {
            int offset = cursor.offset();
            TablePart part = part(context, table, PartKind.CONSTRAINT, context.name(), offset);
            Check check = (Check) part;
            boolean enforced = !cursor.accept("NOT");
            cursor.expect("ENFORCED");
            context.change(
                    new PartChange.Alter(
                            table.id(),
                            check,
                            check.withState(check.state().withEnforced(enforced))));
            return;
        }
        cursor.accept("COLUMN");
        alterColumn(context, table);
    }

    static TablePart part(DdlContext context, Table table, PartKind kind, String name, int offset) {
        return table.parts().stream()
                .filter(part -> part.kind() == kind && part.name().value().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                context.missing(
                                        offset, kind.label() + " " + name + " of " + table.id()));
    }

    private static void alterColumn(DdlContext context, Table table) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        Column before =
                table.column(name)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset, "column " + name + " of " + table.id()));
        Column after;
        if (cursor.accept("SET", "DEFAULT")) {
            SourceText text = Texts.until(cursor, Set.of());
            after =
                    before.withDefault(
                            text.text().equalsIgnoreCase("NULL")
                                    ? Optional.empty()
                                    : Optional.of(context.expression(text, context.scope(table))));
        } else if (cursor.accept("DROP", "DEFAULT")) {
            after = before.withDefault(Optional.empty());
        } else if (cursor.accept("SET", "INVISIBLE")) {
            after = before.withOptions(before.options().with(Options.INVISIBLE, ""));
        } else {
            cursor.expect("SET", "VISIBLE");
            after = before.withOptions(before.options().without(Options.INVISIBLE));
        }
        if (!after.equals(before)) {
            context.change(new ColumnChange.Alter(table.name(), before, after));
        }
    }

    private static QualifiedName rename(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("COLUMN")) {
            cursor.accept("IF", "EXISTS");
            String before = context.name();
            cursor.expect("TO");
            context.change(new ColumnChange.Rename(name, before, context.name()));
            return name;
        }
        if (cursor.accept("INDEX") || cursor.accept("KEY")) {
            cursor.accept("IF", "EXISTS");
            int offset = cursor.offset();
            Table table = table(context, name);
            TablePart part = part(context, table, PartKind.INDEX, context.name(), offset);
            cursor.expect("TO");
            context.change(new PartChange.Rename(table.id(), part, PartName.of(context.name())));
            return name;
        }
        if (!cursor.accept("TO")) {
            cursor.accept("AS");
        }
        QualifiedName newName = context.made(context.written());
        context.change(new ObjectChange.Rename(ObjectId.table(name), newName));
        return newName;
    }

    /** Columns that said nothing of their characters keep those they have. */
    private void options(DdlContext context, QualifiedName name) {
        Table table = table(context, name);
        TableOptions.Said said =
                TableOptions.accept(context, table.options())
                        .orElseThrow(() -> context.cursor().unexpected());
        said.comment().ifPresent(text -> comment(context, table, text));
        if (said.options().equals(table.options())) {
            return;
        }
        String before = collation(table.options());
        if (!before.equals(collation(said.options()))) {
            pin(context, table, before);
        }
        context.change(new TableChange.SetOptions(table.id(), table.options(), said.options()));
    }

    private static void comment(DdlContext context, Table table, String text) {
        Optional<String> after = Optional.of(text).filter(filled -> !filled.isEmpty());
        Optional<String> before = table.details().comment();
        if (!before.equals(after)) {
            context.change(
                    new DetailChange.SetComment(table.id(), Optional.empty(), before, after));
        }
    }

    private String collation(Options options) {
        return options.get(Options.COLLATION)
                .or(
                        () ->
                                options.get(Options.CHARSET)
                                        .map(set -> Collations.defaultOf(set, settings.version())))
                .orElse(settings.collation());
    }

    private static boolean saysNothing(Column column) {
        Options said = column.type().modifiers();
        return MySqlTypes.hasCharacters(column.type())
                && column.collation().isEmpty()
                && !said.has(Options.CHARSET)
                && !said.has(Options.COLLATION);
    }

    private static void pin(DdlContext context, Table table, String collation) {
        for (Column column : table.columns()) {
            if (saysNothing(column)) {
                context.change(
                        new ColumnChange.Alter(
                                table.name(),
                                column,
                                column.withCollation(Optional.of(QualifiedName.of(collation)))));
            }
        }
    }

    /** All columns of characters take the new character set. */
    private void convert(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        Table table = table(context, name);
        TableOptions.Said said =
                TableOptions.accept(context, table.options())
                        .orElseThrow(() -> cursor.unexpected());
        Options options = said.options();
        if (cursor.at("COLLATE")) {
            options = TableOptions.accept(context, options).orElseThrow().options();
        }
        for (Column column : table.columns()) {
            if (MySqlTypes.hasCharacters(column.type()) && !saysNothing(column)) {
                context.change(
                        new ColumnChange.Alter(
                                name,
                                column,
                                column.withCollation(Optional.empty())
                                        .withType(column.type().withModifiers(Options.none()))));
            }
        }
        if (!options.equals(table.options())) {
            context.change(new TableChange.SetOptions(table.id(), table.options(), options));
        }
    }
}
