package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.definition.StatisticsDefinition;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code LIKE source INCLUDING …} among the elements of a table. */
final class TableLike {
    /** What is copied only where that is said. */
    private enum Copied {
        COMMENTS,
        COMPRESSION,
        CONSTRAINTS,
        DEFAULTS,
        GENERATED,
        IDENTITY,
        INDEXES,
        STATISTICS,
        STORAGE
    }

    /** Takes it, from behind the word {@code LIKE}. */
    void read(DdlContext context, TableDraft draft) {
        int offset = context.cursor().offset();
        WrittenName written = context.written();
        var name = context.relation(written);
        Table source =
                context.schema().table(name).orElseThrow(() -> context.missingTable(offset, name));
        Set<Copied> copied = copied(context.cursor());
        for (Column column : Inheritance.columns(context.schema(), source)) {
            draft.add(ColumnDraft.like(copy(column, copied), offset));
        }
        for (TablePart part : source.parts()) {
            draft(context, part, copied, offset).ifPresent(draft::add);
        }
        if (copied.contains(Copied.STATISTICS)) {
            statistics(context, source, draft);
        }
    }

    /** Lets the statistics of the source be made of the new table too. */
    private static void statistics(DdlContext context, Table source, TableDraft draft) {
        Set<QualifiedName> taken = new HashSet<>();
        for (ObjectId user : context.schema().dependents(source.id())) {
            if (!(context.schema().find(user).orElseThrow() instanceof OpaqueObject object)) {
                continue;
            }
            Optional<StatisticsDefinition> found = StatisticsDefinition.of(object, source.name());
            if (found.isEmpty()) {
                continue;
            }
            QualifiedName name =
                    PostgresPartNames.statistics(
                            context.schema(), draft.name(), found.get().columns(), taken);
            taken.add(name);
            List<Reference> references =
                    object.definition().references().stream()
                            .map(
                                    reference ->
                                            reference.name().equals(source.name())
                                                    ? reference.withName(draft.name())
                                                    : reference)
                            .toList();
            String text = found.get().copied(name, draft.name());
            draft.follow(
                    new ObjectChange.Create(
                            OpaqueObject.of(name, object.type(), Expression.of(text, references))));
        }
    }

    private static Set<Copied> copied(TokenCursor cursor) {
        Set<Copied> copied = EnumSet.noneOf(Copied.class);
        while (true) {
            boolean including = cursor.accept("INCLUDING");
            if (!including && !cursor.accept("EXCLUDING")) {
                return copied;
            }
            Set<Copied> said = said(cursor);
            if (including) {
                copied.addAll(said);
            } else {
                copied.removeAll(said);
            }
        }
    }

    private static Set<Copied> said(TokenCursor cursor) {
        if (cursor.accept("ALL")) {
            return EnumSet.allOf(Copied.class);
        }
        for (Copied candidate : Copied.values()) {
            if (cursor.accept(candidate.name())) {
                return EnumSet.of(candidate);
            }
        }
        throw cursor.unexpected();
    }

    private static Column copy(Column column, Set<Copied> copied) {
        Column copy = column;
        if (!copied.contains(Copied.DEFAULTS)) {
            copy = copy.withDefault(Optional.empty());
        }
        if (!copied.contains(Copied.GENERATED)) {
            copy = copy.withGenerated(Optional.empty());
        }
        if (!copied.contains(Copied.IDENTITY)) {
            copy = copy.withIdentity(Optional.empty());
        }
        if (!copied.contains(Copied.COMMENTS)) {
            copy = copy.withComment(Optional.empty());
        }
        Options options = Options.none();
        if (copied.contains(Copied.STORAGE)) {
            options = kept(options, column, Options.STORAGE);
        }
        if (copied.contains(Copied.COMPRESSION)) {
            options = kept(options, column, Options.COMPRESSION);
        }
        return copy.withOptions(options);
    }

    private static Options kept(Options options, Column column, String key) {
        return column.options().get(key).map(value -> options.with(key, value)).orElse(options);
    }

    private static Optional<PartDraft> draft(
            DdlContext context, TablePart part, Set<Copied> copied, int offset) {
        Optional<String> comment =
                copied.contains(Copied.COMMENTS) ? part.comment() : Optional.empty();
        TablePart bare = part.withComment(comment);
        if (part instanceof Check && copied.contains(Copied.CONSTRAINTS)) {
            return Optional.of(
                    new PartDraft(
                            offset,
                            PartDraft.Turn.CHECK,
                            Optional.of(PartName.of(part.name().value())),
                            table -> moved(context, bare, table)));
        }
        PartDraft.Turn turn =
                part instanceof PrimaryKey
                        ? PartDraft.Turn.PRIMARY_KEY
                        : part instanceof Index ? PartDraft.Turn.INDEX : PartDraft.Turn.KEY;
        boolean isIndex =
                part instanceof PrimaryKey
                        || part instanceof Unique
                        || part instanceof Exclusion
                        || part instanceof Index;
        return isIndex && copied.contains(Copied.INDEXES)
                ? Optional.of(
                        new PartDraft(
                                offset,
                                turn,
                                Optional.empty(),
                                table -> moved(context, bare, table)))
                : Optional.empty();
    }

    /** Returns a part whose texts speak of another table. */
    private static TablePart moved(DdlContext context, TablePart part, Table table) {
        ExpressionScope scope = context.scope(table);
        if (part instanceof Check check) {
            return check.withPredicate(moved(context, check.predicate(), scope));
        }
        if (part instanceof Index index) {
            return index.withParts(
                    index.parts().stream().map(one -> moved(context, one, scope)).toList(),
                    index.include(),
                    index.where().map(text -> moved(context, text, scope)));
        }
        if (part instanceof Exclusion exclusion) {
            return exclusion.withElements(
                    exclusion.elements().stream()
                            .map(
                                    element ->
                                            new Exclusion.Element(
                                                    moved(context, element.part(), scope),
                                                    element.operator()))
                            .toList(),
                    exclusion.include(),
                    exclusion.where().map(text -> moved(context, text, scope)));
        }
        return part;
    }

    private static IndexPart moved(DdlContext context, IndexPart part, ExpressionScope scope) {
        return part.expression()
                .map(text -> part.withExpression(moved(context, text, scope)))
                .orElse(part);
    }

    private static Expression moved(DdlContext context, Expression text, ExpressionScope scope) {
        return context.expression(new SourceText(text.source(), 0), scope);
    }
}
