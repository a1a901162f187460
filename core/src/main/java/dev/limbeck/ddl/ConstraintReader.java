package dev.limbeck.ddl;

import dev.limbeck.schema.Check;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads primary keys, unique constraints, checks and foreign keys. */
public final class ConstraintReader {
    private final ConstraintTail tail;
    private final KeyTail keyTail;

    public ConstraintReader(ConstraintTail tail, KeyTail keyTail) {
        this.tail = tail;
        this.keyTail = keyTail;
    }

    /** Takes {@code CONSTRAINT name} if it comes next. */
    public static Optional<PartName> name(DdlContext context) {
        return context.cursor().accept("CONSTRAINT")
                ? Optional.of(PartName.of(context.name()))
                : Optional.empty();
    }

    /**
     * Takes a constraint of a table, from behind its name, if one comes next.
     *
     * @param offset where its definition begins, its name included
     */
    public Optional<PartDraft> table(DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PRIMARY", "KEY")) {
            return Optional.of(primaryKey(context, offset, name, columns(context, Key.of())));
        }
        if (cursor.accept("UNIQUE")) {
            boolean notDistinct = nullsNotDistinct(cursor);
            Key key = columns(context, Key.of().withNullsNotDistinct(notDistinct));
            return Optional.of(unique(context, offset, name, key));
        }
        if (cursor.at("CHECK")) {
            return Optional.of(check(context, offset, name));
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            return Optional.of(foreignKey(context, offset, name));
        }
        return Optional.empty();
    }

    /** Takes a constraint of one column, from behind its name, if one comes next. */
    public Optional<PartDraft> column(
            DdlContext context, int offset, Optional<PartName> name, String column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PRIMARY", "KEY")) {
            return Optional.of(primaryKey(context, offset, name, Key.of(column)));
        }
        if (cursor.accept("UNIQUE")) {
            Key key = Key.of(column).withNullsNotDistinct(nullsNotDistinct(cursor));
            return Optional.of(unique(context, offset, name, key));
        }
        if (cursor.at("CHECK")) {
            return Optional.of(check(context, offset, name));
        }
        if (cursor.accept("REFERENCES")) {
            return Optional.of(references(context, offset, name, List.of(column), false));
        }
        return Optional.empty();
    }

    private static boolean nullsNotDistinct(TokenCursor cursor) {
        if (cursor.accept("NULLS", "DISTINCT")) {
            return false;
        }
        return cursor.accept("NULLS", "NOT", "DISTINCT");
    }

    private static Key columns(DdlContext context, Key start) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<String> all = new ArrayList<>();
        boolean overlaps = false;
        do {
            all.add(context.name());
            overlaps = cursor.accept("WITHOUT", "OVERLAPS");
        } while (cursor.accept(","));
        cursor.expect(")");
        return start.withColumns(all).withWithoutOverlaps(overlaps);
    }

    private PartDraft primaryKey(
            DdlContext context, int offset, Optional<PartName> name, Key start) {
        Key key = keyTail.read(context, start);
        ConstraintState state = tail.read(context.cursor()).state();
        return new PartDraft(
                offset,
                PartDraft.Turn.PRIMARY_KEY,
                name,
                table -> new PrimaryKey(PartName.unknown(), key, state, Optional.empty()));
    }

    private PartDraft unique(DdlContext context, int offset, Optional<PartName> name, Key start) {
        Key key = keyTail.read(context, start);
        ConstraintState state = tail.read(context.cursor()).state();
        return new PartDraft(
                offset,
                PartDraft.Turn.KEY,
                name,
                table -> new Unique(PartName.unknown(), key, state, Optional.empty()));
    }

    private PartDraft check(DdlContext context, int offset, Optional<PartName> name) {
        context.cursor().expect("CHECK");
        SourceText text = Texts.parenthesized(context.cursor());
        ConstraintTail.Said said = tail.read(context.cursor());
        return new PartDraft(
                offset,
                PartDraft.Turn.CHECK,
                name,
                table ->
                        new Check(
                                PartName.unknown(),
                                context.expression(text, context.scope(table)),
                                said.inherited(),
                                said.state(),
                                Optional.empty()));
    }

    /**
     * Takes a foreign key, from behind the words {@code FOREIGN KEY}.
     *
     * @param offset where its definition begins, its name included
     */
    public PartDraft foreignKey(DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<String> columns = new ArrayList<>();
        boolean period = false;
        do {
            period = ReferencesClause.takePeriod(cursor);
            columns.add(context.name());
        } while (cursor.accept(","));
        cursor.expect(")");
        cursor.expect("REFERENCES");
        return references(context, offset, name, columns, period);
    }

    private PartDraft references(
            DdlContext context,
            int offset,
            Optional<PartName> name,
            List<String> columns,
            boolean period) {
        ReferencesClause clause = ReferencesClause.read(context);
        ConstraintState state = tail.read(context.cursor()).state();
        return new PartDraft(
                offset,
                PartDraft.Turn.FOREIGN_KEY,
                name,
                table -> {
                    QualifiedName target = target(context, table, clause.table());
                    return new ForeignKey(
                            PartName.unknown(),
                            columns,
                            target,
                            targetColumns(context, table, target, clause),
                            clause.onDelete(),
                            clause.onDeleteColumns(),
                            clause.onUpdate(),
                            clause.match(),
                            period,
                            state,
                            Optional.empty());
                });
    }

    private static QualifiedName target(DdlContext context, Table table, WrittenName written) {
        return context.existing(
                written,
                candidate ->
                        candidate.equals(table.name())
                                || context.schema().table(candidate).isPresent());
    }

    private static List<String> targetColumns(
            DdlContext context, Table table, QualifiedName target, ReferencesClause clause) {
        if (!clause.columns().isEmpty()) {
            return clause.columns();
        }
        Table owner =
                target.equals(table.name())
                        ? table
                        : context.schema()
                                .table(target)
                                .orElseThrow(
                                        () ->
                                                context.missing(
                                                        clause.table().offset(),
                                                        "table " + target));
        return owner.primaryKey()
                .map(key -> key.key().columns())
                .orElseThrow(
                        () ->
                                context.cursor()
                                        .problem(
                                                clause.table().offset(),
                                                "table "
                                                        + target
                                                        + " has no primary key to refer to"));
    }
}
