package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.Conversion;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.ExclusionGrammar;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the actions of {@code ALTER TABLE} on constraints. */
public final class ConstraintActions {
    private final ColumnGrammar grammar;
    private final ExclusionGrammar exclusions = new ExclusionGrammar();

    ConstraintActions(ColumnGrammar grammar) {
        this.grammar = grammar;
    }

    /** Takes an action if one on a constraint comes next. */
    boolean read(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DROP", "CONSTRAINT")) {
            drop(context, target);
            return true;
        }
        if (cursor.accept("VALIDATE", "CONSTRAINT")) {
            validate(context, target);
            return true;
        }
        if (cursor.accept("ALTER", "CONSTRAINT")) {
            alter(context, target);
            return true;
        }
        int start = cursor.mark();
        if (!cursor.accept("ADD")) {
            return false;
        }
        boolean read = add(context, target);
        if (!read) {
            cursor.go(start);
        }
        return read;
    }

    private boolean add(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Optional<PartName> name = ConstraintReader.name(context);
        if (cursor.at("PRIMARY", "KEY", "USING") || cursor.at("UNIQUE", "USING")) {
            usingIndex(context, target, name);
            return true;
        }
        if (cursor.accept("NOT", "NULL")) {
            notNull(context, target, name);
            return true;
        }
        Optional<PartDraft> part =
                grammar.constraints()
                        .table(context, offset, name)
                        .or(() -> exclusions.read(context, offset, name));
        if (part.isEmpty() && name.isPresent()) {
            throw cursor.unexpected();
        }
        part.ifPresent(draft -> new TableAssembly(context).addParts(target.id(), List.of(draft)));
        return part.isPresent();
    }

    /** Makes a key of an index: the index becomes part of it and takes its name. */
    private static void usingIndex(
            DdlContext context, AlterTarget target, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        boolean primary = cursor.accept("PRIMARY", "KEY");
        if (!primary) {
            cursor.expect("UNIQUE");
        }
        cursor.expect("USING", "INDEX");
        int offset = cursor.offset();
        String indexName = context.name();
        ConstraintState state = ConstraintTail.standard().read(cursor).state();
        Index index =
                target.relation()
                        .part(PartKind.INDEX, indexName)
                        .map(Index.class::cast)
                        .orElseThrow(() -> context.missing(offset, "index " + indexName));
        Key key =
                new Key(
                        index.parts().stream()
                                .map(IndexPart::column)
                                .map(column -> column.orElseThrow(() -> cursor.unexpected()))
                                .toList(),
                        index.include(),
                        index.nullsNotDistinct(),
                        false,
                        index.options());
        PartName named = name.orElse(index.name());
        Constraint constraint =
                primary
                        ? new PrimaryKey(named, key, state, index.comment())
                        : new Unique(named, key, state, index.comment());
        context.at(offset);
        context.change(new PartChange.Drop(target.id(), index));
        new TableAssembly(context)
                .addParts(
                        target.id(),
                        List.of(
                                new PartDraft(
                                        offset,
                                        PartDraft.Turn.KEY,
                                        Optional.of(named),
                                        table -> constraint)));
    }

    private static void notNull(DdlContext context, AlterTarget target, Optional<PartName> name) {
        int offset = context.cursor().offset();
        String columnName = context.name();
        ConstraintTail.Said said = ConstraintTail.standard().read(context.cursor());
        Column before = target.column(offset, columnName);
        NotNull made = context.tools().notNulls().of(context.schema(), target.table(), columnName);
        PartName kept = made.name().value().isEmpty() ? made.name() : name.orElse(made.name());
        Column after =
                before.withNotNull(Optional.of(new NotNull(kept, said.inherited(), said.state())));
        ColumnActions.change(context, target.name(), before, after, Conversion.unsaid());
    }

    private static void drop(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        boolean cascade = cursor.accept("CASCADE");
        if (!cascade) {
            cursor.accept("RESTRICT");
        }
        context.at(offset);
        Optional<TablePart> part = target.constraint(name);
        if (part.isEmpty()) {
            Optional<Column> column = columnOf(target, name);
            if (column.isEmpty() && !ifExists) {
                throw context.missing(offset, "constraint " + name + " of table " + target.name());
            }
            column.ifPresent(
                    before ->
                            ColumnActions.change(
                                    context,
                                    target.name(),
                                    before,
                                    before.withNotNull(Optional.empty()),
                                    Conversion.unsaid()));
        } else if (cascade) {
            context.changeAll(
                    Cascade.dropPart(
                            context.schema(), context.tools().rules(), target.id(), part.get()));
        } else {
            context.change(new PartChange.Drop(target.id(), part.get()));
        }
    }

    /** Returns the column whose {@code NOT NULL} has a name. */
    public static Optional<Column> columnOf(AlterTarget target, String name) {
        List<Column> found = new ArrayList<>();
        for (Column column : target.table().columns()) {
            if (column.notNull().filter(said -> said.name().value().equals(name)).isPresent()) {
                found.add(column);
            }
        }
        return found.stream().findFirst();
    }

    private static void validate(DdlContext context, AlterTarget target) {
        int offset = context.cursor().offset();
        String name = context.name();
        context.at(offset);
        Optional<Column> column = columnOf(target, name);
        if (column.isPresent()) {
            Column before = column.get();
            Column after =
                    before.withNotNull(
                            before.notNull()
                                    .map(
                                            said ->
                                                    new NotNull(
                                                            said.name(),
                                                            said.inherited(),
                                                            said.state().withValidated(true))));
            ColumnActions.change(context, target.name(), before, after, Conversion.unsaid());
            return;
        }
        Constraint before = existing(context, target, offset, name);
        change(context, target, before, before.withState(before.state().withValidated(true)));
    }

    private static Constraint existing(
            DdlContext context, AlterTarget target, int offset, String name) {
        return target.constraint(name)
                .map(Constraint.class::cast)
                .orElseThrow(
                        () ->
                                context.missing(
                                        offset,
                                        "constraint " + name + " of table " + target.name()));
    }

    private static void change(
            DdlContext context, AlterTarget target, Constraint before, Constraint after) {
        if (!before.equals(after)) {
            context.change(new PartChange.Alter(target.id(), before, after));
        }
    }

    private static void alter(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        boolean inherit = cursor.accept("INHERIT");
        int from = cursor.mark();
        ConstraintTail.Said said = ConstraintTail.standard().read(cursor);
        boolean notEnforced = cursor.mark() > from && !said.state().enforced();
        if (columnOf(target, name).isPresent()) {
            inheritNotNull(context, target, name, inherit);
            return;
        }
        Constraint before = existing(context, target, offset, name);
        Constraint after = before.withState(altered(cursor, from, before.state(), said));
        if (notEnforced) {
            after = after.withState(after.state().withEnforced(false).withValidated(false));
        }
        if (after instanceof Check check && (inherit || !said.inherited())) {
            after = check.withInherited(inherit);
        }
        change(context, target, before, after);
    }

    /** Returns a state after what was said; of what nothing was said, stays. */
    private static ConstraintState altered(
            TokenCursor cursor, int from, ConstraintState before, ConstraintTail.Said said) {
        boolean deferral = false;
        boolean enforced = false;
        for (int i = from; i < cursor.mark(); i++) {
            String word = cursor.tokens().get(i).text();
            deferral |= word.equalsIgnoreCase("DEFERRABLE") || word.equalsIgnoreCase("INITIALLY");
            enforced |= word.equalsIgnoreCase("ENFORCED");
        }
        ConstraintState state = deferral ? before.withDeferral(said.state().deferral()) : before;
        return enforced ? state.withEnforced(true).withValidated(true) : state;
    }

    private static void inheritNotNull(
            DdlContext context, AlterTarget target, String name, boolean inherit) {
        Column before = columnOf(target, name).orElseThrow();
        Column after =
                before.withNotNull(
                        before.notNull()
                                .map(said -> new NotNull(said.name(), inherit, said.state())));
        ColumnActions.change(context, target.name(), before, after, Conversion.unsaid());
    }
}
