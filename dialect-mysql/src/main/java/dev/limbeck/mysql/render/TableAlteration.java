package dev.limbeck.mysql.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.DefaultText;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one statement that makes some changes of a table.
 *
 * <p>A column that changes in any way stands in it once, as it is in the end.
 */
final class TableAlteration {
    private static final String INNODB = "InnoDB";

    private final Group group;
    private final ServerVersion server;
    private final String presumedCollation;
    private final Optional<Table> before;
    private final Optional<Table> after;
    private final ColumnSql columns;
    private final PartSql parts;

    /** The actions in order, each once. */
    private final Set<String> actions = new LinkedHashSet<>();

    /** What has to be said in statements of their own afterwards. */
    private final List<RenderedStatement> afterwards = new ArrayList<>();

    private Work work = Work.INSTANT;

    TableAlteration(Group group, ServerVersion server, String presumedCollation) {
        this.group = group;
        this.server = server;
        this.presumedCollation = presumedCollation;
        this.before = group.before();
        this.after = group.after();
        this.columns = new ColumnSql(server);
        this.parts = new PartSql(group.table(), server);
    }

    /** Returns the statement; none where nothing is left to do. */
    Stream<RenderedStatement> statement() {
        List<SchemaChange> changes = group.changes().stream().map(Placed::change).toList();
        for (SchemaChange change : changes) {
            add(change);
        }
        recount();
        if (actions.isEmpty()) {
            return Stream.empty();
        }
        boolean unclear = before.isEmpty() || hasPeculiarities(before.get());
        Work said = unclear ? Work.UNSAID : work;
        String table = MySqlIdentifiers.write(group.table());
        String between = actions.size() == 1 ? " " : "\n  ";
        String sql =
                "ALTER TABLE "
                        + table
                        + between
                        + String.join(",\n  ", actions)
                        + said.clause(server);
        return Stream.concat(
                Stream.of(
                        new RenderedStatement(
                                sql, changes, said.hazards("table " + table), List.of())),
                afterwards.stream());
    }

    /**
     * Returns a new column without a default that MySQL refuses while it is added; the default
     * follows in a statement of its own.
     */
    private Column withoutUnsafe(ColumnChange.Add add) {
        Column column = latest(add.column());
        Optional<String> unsafe =
                column.defaultValue().map(Expression::source).filter(DefaultText::isUnsafe);
        if (server.isMariaDb() || unsafe.isEmpty()) {
            return column;
        }
        String name = PartSql.write(column.name());
        afterwards.add(
                new RenderedStatement(
                        "ALTER TABLE "
                                + MySqlIdentifiers.write(group.table())
                                + " ALTER COLUMN "
                                + name
                                + " SET DEFAULT ("
                                + unsafe.get()
                                + ")",
                        List.of(add),
                        List.of(),
                        List.of("the rows that are there keep " + name + " as it is")));
        return column.withDefault(Optional.empty());
    }

    /**
     * A column whose last key goes is not numbered until another comes: the server would refuse the
     * statement.
     */
    private void recount() {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        for (Column column : after.get().columns()) {
            boolean stays =
                    column.identity().isPresent()
                            && before.get()
                                    .column(column.name())
                                    .filter(old -> old.identity().isPresent())
                                    .isPresent();
            boolean led = ColumnSql.leadsKey(before.get(), column.name());
            if (stays && led != ColumnSql.leadsKey(after.get(), column.name())) {
                modify(column, Work.UNSAID);
            }
        }
    }

    /** Some things in a table decide how it is changed, whatever the change is. */
    private static boolean hasPeculiarities(Table table) {
        boolean fulltext =
                table.parts(Index.class).stream()
                        .anyMatch(index -> index.method().filter("fulltext"::equals).isPresent());
        boolean computed =
                table.columns().stream().anyMatch(column -> column.generated().isPresent());
        boolean engine =
                table.options()
                        .get(TableOptionsSql.ENGINE)
                        .filter(named -> !named.equalsIgnoreCase(INNODB))
                        .isPresent();
        boolean functional = table.parts().stream().anyMatch(TableAlteration::isComputed);
        return fulltext
                || functional
                || computed
                || engine
                || table.partitioning().isPresent()
                || table.options().has("row_format");
    }

    private void act(String action, Work needed) {
        actions.add(action);
        work = work.and(needed);
    }

    private void add(SchemaChange change) {
        if (change instanceof ColumnChange column) {
            column(column);
        } else if (change instanceof PartChange.Add add) {
            addPart(add.part());
        } else if (change instanceof PartChange.Drop drop) {
            dropPart(drop.part());
        } else if (change instanceof PartChange.Alter alter) {
            alterPart(alter.after());
        } else if (change instanceof PartChange.Rename rename) {
            act(
                    "RENAME KEY "
                            + PartSql.write(rename.part().name().value())
                            + " TO "
                            + PartSql.write(rename.newName().value()),
                    Work.INPLACE);
        } else if (change instanceof TableChange.SetOptions options) {
            options(options);
        } else if (change instanceof DetailChange.SetComment comment) {
            comment(comment);
        } else {
            throw new IllegalStateException("no change of a table: " + change.summary());
        }
    }

    private void column(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            Work needed = ColumnWork.add(add.column(), server);
            boolean checked = ownCheck(add.column().name()).isPresent();
            act(
                    "ADD COLUMN " + columns.definition(withoutUnsafe(add), after) + position(add),
                    checked ? Work.UNSAID : needed);
        } else if (change instanceof ColumnChange.Drop drop) {
            act(
                    "DROP COLUMN " + PartSql.write(drop.column().name()),
                    ColumnWork.drop(drop.column(), server));
        } else if (change instanceof ColumnChange.Alter alter) {
            modify(
                    alter.after(),
                    ColumnWork.modify(alter.before(), alter.after(), width(alter.before())));
        } else if (change instanceof ColumnChange.Renumber renumber) {
            if (renumber.ownedAfter().isPresent() || renumber.ownedBefore().isPresent()) {
                throw Refusal.of(server, "sequence that belongs to a column: " + renumber.object());
            }
            modify(renumber.after(), Work.UNSAID);
        } else {
            rename((ColumnChange.Rename) change);
        }
    }

    /** Returns the bytes that a character of a column takes at most. */
    private int width(Column column) {
        String collation =
                column.collation()
                        .map(QualifiedName::name)
                        .or(() -> before.flatMap(table -> table.options().get(Options.COLLATION)))
                        .orElse(presumedCollation);
        return Collations.bytesPerCharacter(Collations.charsetOf(collation));
    }

    /**
     * Returns where a new column stands. The column before it may come only in a later action, or
     * go in this statement.
     */
    private String position(ColumnChange.Add add) {
        if (add.position().isEmpty() || before.isEmpty() || after.isEmpty()) {
            return ColumnSql.position(add.position());
        }
        Set<String> there = new LinkedHashSet<>(before.get().columnNames());
        for (Placed placed : group.changes()) {
            if (placed.change() instanceof ColumnChange.Add other) {
                if (other.column().name().equals(add.column().name())) {
                    break;
                }
                there.add(other.column().name());
            }
        }
        Optional<String> previous = Optional.empty();
        for (String name : after.get().columnNames()) {
            if (name.equals(add.column().name())) {
                break;
            }
            previous = there.contains(name) ? Optional.of(name) : previous;
        }
        return ColumnSql.position(Optional.of(new ColumnPosition(previous)));
    }

    /** Returns a column as it is in the end. */
    private Column latest(Column column) {
        return after.flatMap(table -> table.column(column.name())).orElse(column);
    }

    private Optional<Check> ownCheck(String column) {
        return after.flatMap(table -> columns.ownCheck(table, column));
    }

    private void modify(Column column, Work needed) {
        boolean comesHere =
                group.changes().stream()
                        .anyMatch(
                                placed ->
                                        placed.change() instanceof ColumnChange.Add add
                                                && add.column().name().equals(column.name()));
        if (comesHere) {
            return;
        }
        act(
                "MODIFY COLUMN " + columns.definition(latest(column), after),
                ownCheck(column.name()).isPresent() ? Work.UNSAID : needed);
    }

    /**
     * MariaDB follows a rename in what the table computes and checks; MySQL refuses it until that
     * goes or says the new name in the same statement.
     */
    private void rename(ColumnChange.Rename rename) {
        act(
                "RENAME COLUMN "
                        + PartSql.write(rename.before())
                        + " TO "
                        + PartSql.write(rename.after()),
                renaming(rename));
        if (server.isMariaDb() || before.isEmpty() || after.isEmpty()) {
            return;
        }
        Table old = before.get();
        Table now = after.get();
        for (TablePart part : old.parts()) {
            Optional<TablePart> renamed = now.part(part.kind(), part.name().value());
            boolean computed = part instanceof Check || isComputed(part);
            if (computed && part.columns(old.name()).contains(rename.before())) {
                act(drop(part), Work.UNSAID);
                renamed.ifPresent(next -> act("ADD " + next.accept(parts), Work.UNSAID));
            }
        }
        for (Column column : now.columns()) {
            if (mentions(column, rename.after())) {
                act("MODIFY COLUMN " + columns.definition(column, after), Work.UNSAID);
            }
        }
    }

    /** MySQL does more for a column that takes part in a foreign key, at either end. */
    private Work renaming(ColumnChange.Rename rename) {
        boolean instant = server.has(ServerFeature.INSTANT_COLUMNS_ANYWHERE);
        boolean referring = !server.isMariaDb() && group.isReferring(rename.before());
        return instant && !referring ? Work.INSTANT : Work.INPLACE;
    }

    /** In a table without a primary key a unique one may stand for it. */
    private boolean mayBeClustered(TablePart part) {
        return part instanceof Index index
                && index.unique()
                && before.flatMap(Table::primaryKey).isEmpty();
    }

    private static boolean isComputed(TablePart part) {
        return part instanceof Index index
                && index.parts().stream().anyMatch(each -> each.expression().isPresent());
    }

    private boolean mentions(Column column, String name) {
        return Stream.concat(
                        column.generated().map(computed -> computed.expression()).stream(),
                        column.defaultValue().stream())
                .flatMap(expression -> expression.references().stream())
                .anyMatch(
                        reference ->
                                reference.name().equals(group.table())
                                        && reference.column().filter(name::equals).isPresent());
    }

    private void addPart(TablePart part) {
        if (part instanceof Check check && isOwn(check)) {
            modify(column(check), Work.UNSAID);
            return;
        }
        act("ADD " + part.accept(parts), cost(part));
    }

    private boolean isOwn(Check check) {
        return server.isMariaDb()
                && Stream.concat(before.stream(), after.stream())
                        .anyMatch(table -> table.column(check.name().value()).isPresent());
    }

    private Column column(Check check) {
        return Stream.concat(after.stream(), before.stream())
                .flatMap(table -> table.column(check.name().value()).stream())
                .findFirst()
                .orElseThrow();
    }

    private Work cost(TablePart part) {
        if (isComputed(part) || mayBeClustered(part)) {
            return Work.UNSAID;
        }
        if (part instanceof Index index) {
            return index.method().filter(method -> !method.equals("hash")).isPresent()
                    ? Work.INPLACE_SHARED
                    : Work.INPLACE;
        }
        if (part instanceof Check check && !check.state().enforced()) {
            return Work.INPLACE;
        }
        return part instanceof PrimaryKey ? Work.UNSAID : Work.COPY;
    }

    private String drop(TablePart part) {
        return parts.drop(part, before.map(Table::parts).orElse(List.of()));
    }

    private void dropPart(TablePart part) {
        boolean goes =
                after.isPresent()
                        && part instanceof Check check
                        && after.get().column(check.name().value()).isEmpty();
        if (part instanceof Check check && isOwn(check)) {
            if (!goes) {
                modify(column(check), Work.UNSAID);
            }
            return;
        }
        boolean unclear = part instanceof PrimaryKey || isComputed(part) || mayBeClustered(part);
        act(drop(part), unclear ? Work.UNSAID : Work.INPLACE);
    }

    private void alterPart(TablePart part) {
        if (part instanceof Index index) {
            String how = parts.visibility(index.options().has(Options.INVISIBLE));
            act("ALTER INDEX " + PartSql.write(index.name().value()) + " " + how, Work.INPLACE);
        } else if (part instanceof Check check) {
            String how = check.state().enforced() ? " ENFORCED" : " NOT ENFORCED";
            act("ALTER CHECK " + PartSql.write(check.name().value()) + how, Work.UNSAID);
        } else {
            throw new IllegalStateException("made anew, not altered: " + part.name());
        }
    }

    /**
     * Columns that say nothing of their characters go with their table: they are made anew beside
     * it, for the server only takes the setting for columns to come.
     */
    private void options(TableChange.SetOptions change) {
        TableOptionsSql.changes(change.before(), change.after(), presumedCollation)
                .forEach(action -> act(action, Work.UNSAID));
        boolean retold =
                !change.before()
                        .get(Options.COLLATION)
                        .equals(change.after().get(Options.COLLATION));
        if (retold && after.isPresent()) {
            for (Column column : after.get().columns()) {
                if (MySqlTypes.hasCharacters(column.type()) && column.collation().isEmpty()) {
                    modify(column, Work.UNSAID);
                }
            }
        }
    }

    private void comment(DetailChange.SetComment change) {
        if (change.part().isEmpty()) {
            act(TableOptionsSql.comment(change.after().orElse("")), Work.INPLACE);
            return;
        }
        DetailChange.SetComment.CommentedPart commented = change.part().get();
        Table table =
                after.orElseThrow(() -> Refusal.of(server, "way to comment on " + change.object()));
        if (commented.kind() == PartKind.COLUMN) {
            modify(table.column(commented.name()).orElseThrow(), Work.INSTANT);
            return;
        }
        TablePart part = table.part(commented.kind(), commented.name()).orElseThrow();
        if (!(part instanceof Index)) {
            throw Refusal.of(server, "comments on " + part.kind().label() + ": " + part.name());
        }
        act(drop(part), Work.INPLACE);
        act("ADD " + part.accept(parts), cost(part));
    }
}
