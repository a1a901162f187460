package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.dialect.QueryFacts.Omission;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertConflictAction;
import net.sf.jsqlparser.statement.insert.InsertConflictTarget;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Checks an INSERT, and what is like one. */
final class InsertStatement {
    private final Translation translation;
    private final QueryTranslator queries;
    private final Targets targets;
    private final Assignments assignments;
    private final List<Question> questions;

    /** Whether rows that lack a value are left out in silence. */
    private enum Lack {
        FAILS,
        IS_IGNORED
    }

    /**
     * Where the values go.
     *
     * @param shape the table
     * @param alias how the statement calls it
     * @param columns the columns, in the order of the values
     * @param stated whether the statement lists them
     * @param offset where the table's name stands
     */
    private record Target(
            Shape shape,
            String alias,
            List<Optional<ShapeColumn>> columns,
            boolean stated,
            int offset,
            Lack lack) {}

    /**
     * @param questions gets what is to be asked
     */
    InsertStatement(
            Translation translation,
            QueryTranslator queries,
            Targets targets,
            Assignments assignments,
            List<Question> questions) {
        this.translation = translation;
        this.queries = queries;
        this.targets = targets;
        this.assignments = assignments;
        this.questions = questions;
    }

    void ask(Insert insert, List<WithItem<?>> items) {
        if (insert.isOracleMultiInsert()) {
            throw new NotTranslatedException("an INSERT into several tables");
        }
        Lack lack = insert.isModifierIgnore() ? Lack.IS_IGNORED : Lack.FAILS;
        Target target = target(insert.getTable(), insert.getColumns(), lack);
        if (insert.getSetUpdateSets() != null && !insert.getSetUpdateSets().isEmpty()) {
            set(target, insert.getSetUpdateSets());
        } else if (insert.getSelect() != null) {
            source(target, insert.getSelect(), items);
        } else if (insert.isOnlyDefaultValues()) {
            complete(target, Set.of());
        }
        conflict(insert, target, items);
    }

    void ask(Upsert upsert) {
        Target target = target(upsert.getTable(), upsert.getColumns(), Lack.FAILS);
        if (upsert.getUpdateSets() != null && !upsert.getUpdateSets().isEmpty()) {
            set(target, upsert.getUpdateSets());
        } else if (upsert.getSelect() != null) {
            source(target, upsert.getSelect(), List.of());
        }
    }

    private Target target(
            net.sf.jsqlparser.schema.Table table,
            @Nullable ExpressionList<net.sf.jsqlparser.schema.Column> listed,
            Lack lack) {
        Shape shape = translation.relation(table);
        String alias =
                queries.key(
                        table.getAlias() == null ? table.getName() : table.getAlias().getName());
        int offset = translation.offset(table, table.getName());
        List<Optional<ShapeColumn>> columns = new ArrayList<>();
        boolean stated = listed != null && !listed.isEmpty();
        if (listed != null && stated) {
            listed.forEach(
                    column ->
                            columns.add(
                                    column.getTable() != null && column.getTable().getName() != null
                                            ? Optional.empty()
                                            : targets.column(column, shape)));
        } else {
            visible(shape).forEach(column -> columns.add(Optional.of(column)));
        }
        return new Target(shape, alias, columns, stated, offset, lack);
    }

    /** Returns the columns that an insert means where it lists none. */
    private static List<ShapeColumn> visible(Shape shape) {
        if (shape.table().isEmpty()) {
            return shape.columns();
        }
        Table table = shape.table().get();
        return shape.columns().stream()
                .filter(
                        column ->
                                table.column(column.name())
                                        .map(Column::options)
                                        .filter(options -> options.has(Options.INVISIBLE))
                                        .isEmpty())
                .toList();
    }

    private void set(Target target, List<UpdateSet> sets) {
        Set<String> given = new LinkedHashSet<>();
        ask(
                List.of(),
                scope -> {
                    SqlNode from = queries.from(scope).relation(target.shape(), target.alias(), 0);
                    List<SqlNode> items = new ArrayList<>();
                    List<Targets.Assigned> assigned = new ArrayList<>();
                    for (UpdateSet set : sets) {
                        assignments.add(set, scope, target.shape(), assigned, items);
                    }
                    assigned.forEach(one -> one.column().ifPresent(to -> given.add(to.key())));
                    return new Question(
                            QueryTranslator.select(items, from, List.of()),
                            kinds -> targets.assigned(assigned, kinds));
                });
        complete(target, given);
    }

    private void ask(List<WithItem<?>> items, java.util.function.Function<Scope, Question> body) {
        questions.add(queries.commonQueries().question(items, body));
    }

    private void complete(Target target, Set<String> given) {
        // a mistyped name is one fault, not two
        boolean known = target.columns().stream().allMatch(Optional::isPresent);
        if (target.lack() == Lack.FAILS && !target.shape().isOpen() && known) {
            targets.complete(target.shape(), given, target.offset());
        }
    }

    private void source(Target target, Select select, List<WithItem<?>> items) {
        Select inner = select;
        while (inner instanceof net.sf.jsqlparser.statement.select.ParenthesedSelect nested) {
            inner = nested.getSelect();
        }
        if (inner instanceof Values values) {
            rows(target, values, items);
            return;
        }
        int offset = Math.max(translation.start(select), target.offset());
        ask(
                items,
                scope ->
                        new Question(
                                queries.query(select, scope),
                                kinds -> answered(target, kinds, offset)));
        if (target.stated()) {
            complete(target, Targets.keys(target.columns()));
        }
    }

    private void answered(Target target, List<Kind> kinds, int offset) {
        if (translation.isOpen()) {
            return;
        }
        if (!fits(target, kinds.size())) {
            targets.count(target.columns().size(), kinds.size(), offset);
            return;
        }
        for (int at = 0; at < Math.min(kinds.size(), target.columns().size()); at++) {
            Kind kind = kinds.get(at);
            target.columns().get(at).ifPresent(to -> targets.kind(to, kind, offset));
        }
        if (!target.stated()) {
            int given = Math.min(kinds.size(), target.columns().size());
            complete(target, Targets.keys(target.columns().subList(0, given)));
        }
    }

    /** Returns whether so many values can be given. */
    private boolean fits(Target target, int values) {
        int columns = target.columns().size();
        return values == columns
                || (!target.stated()
                        && (target.shape().isOpen()
                                || (values < columns
                                        && translation.setting().facts().omission()
                                                == Omission.LAST_COLUMNS)));
    }

    private void rows(Target target, Values values, List<WithItem<?>> items) {
        List<List<? extends Expression>> rows = rows(values);
        boolean none = rows.size() == 1 && rows.get(0).isEmpty();
        int given = target.columns().size();
        for (List<? extends Expression> row : rows) {
            int offset = row.isEmpty() ? target.offset() : place(row.get(0), target.offset());
            if (none || fits(target, row.size())) {
                check(target, row, offset);
                given = Math.min(given, row.size());
            } else {
                targets.count(target.columns().size(), row.size(), offset);
            }
        }
        complete(
                target,
                Targets.keys(
                        target.stated() ? target.columns() : target.columns().subList(0, given)));
        boolean plain =
                items.isEmpty()
                        && rows.stream()
                                .allMatch(row -> row.stream().allMatch(InsertStatement::isLiteral));
        if (plain) {
            return;
        }
        ask(
                items,
                scope -> {
                    // some servers let a value name the columns before it
                    SqlNode from = queries.from(scope).relation(target.shape(), target.alias(), 0);
                    List<SqlNode> leaves = new ArrayList<>();
                    rows.forEach(
                            row ->
                                    row.stream()
                                            .filter(value -> !isLiteral(value))
                                            .forEach(
                                                    value ->
                                                            leaves.addAll(
                                                                    queries.expressions()
                                                                            .leaves(
                                                                                    value,
                                                                                    scope))));
                    return Question.of(QueryTranslator.select(List.of(), from, leaves));
                });
    }

    static List<List<? extends Expression>> rows(Values values) {
        ExpressionList<?> all = values.getExpressions();
        if (all instanceof ParenthesedExpressionList<?>) {
            return List.of(all);
        }
        List<List<? extends Expression>> rows = new ArrayList<>();
        for (Expression row : all) {
            if (row instanceof ExpressionList<?> list) {
                rows.add(list);
            } else if (row instanceof Function call && call.getParameters() != null) {
                rows.add(call.getParameters());
            } else {
                rows.add(List.of(row));
            }
        }
        return rows;
    }

    private void check(Target target, List<? extends Expression> row, int offset) {
        for (int at = 0; at < Math.min(row.size(), target.columns().size()); at++) {
            Optional<ShapeColumn> column = target.columns().get(at);
            if (column.isEmpty() || target.shape().isOpen()) {
                continue;
            }
            Expression value = row.get(at);
            int place = place(value, offset);
            targets.value(column.get(), value, kind(value), place);
            if (target.lack() == Lack.FAILS) {
                targets.nullness(target.shape(), column.get(), value, place);
            }
        }
    }

    private static Kind kind(Expression value) {
        if (value instanceof LongValue || value instanceof DoubleValue) {
            return Kind.NUMBER;
        }
        return value instanceof BooleanValue ? Kind.TRUTH : Kind.ANY;
    }

    private static boolean isLiteral(Expression value) {
        return value instanceof LongValue
                || value instanceof DoubleValue
                || value instanceof StringValue
                || value instanceof NullValue
                || value instanceof BooleanValue;
    }

    private int place(Expression value, int otherwise) {
        return value.getASTNode() == null ? otherwise : translation.start(value);
    }

    /** Asks about what happens to rows that are there already, and about what is returned. */
    private void conflict(Insert insert, Target target, List<WithItem<?>> items) {
        InsertConflictTarget keys = insert.getConflictTarget();
        if (keys != null && keys.getIndexColumnNames() != null) {
            keys.getIndexColumnNames().forEach(name -> keyColumn(name, target));
        }
        InsertConflictAction action = insert.getConflictAction();
        ReturningClause returning = insert.getReturningClause();
        if (action != null && action.getUpdateSets() != null) {
            ask(items, scope -> replacing(target, action, keys, scope));
        }
        if (insert.getDuplicateUpdateSets() != null && !insert.getDuplicateUpdateSets().isEmpty()) {
            duplicate(insert, target, items);
        }
        if (returning != null) {
            ask(
                    items,
                    scope -> {
                        SqlNode from =
                                queries.from(scope).relation(target.shape(), target.alias(), 0);
                        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
                        Assignments.returning(returning, target.alias(), leaves, scope);
                        return Question.of(
                                QueryTranslator.select(List.of(), from, leaves.leaves()));
                    });
        }
    }

    private void keyColumn(String name, Target target) {
        boolean plain = name != null && name.matches("\"?\\w+\"?");
        if (plain) {
            targets.column(name, target.shape(), target.offset());
        }
    }

    private Question replacing(
            Target target,
            InsertConflictAction action,
            @Nullable InsertConflictTarget keys,
            Scope scope) {
        FromTranslator from = queries.from(scope);
        SqlNode tree = from.relation(target.shape(), target.alias(), 0);
        // what is there goes before what was to be inserted
        scope.alsoCalled("excluded", target.alias());
        scope.alsoCalled("EXCLUDED", target.alias());
        List<SqlNode> items = new ArrayList<>();
        List<Targets.Assigned> assigned = new ArrayList<>();
        for (UpdateSet set : action.getUpdateSets()) {
            assignments.add(set, scope, target.shape(), assigned, items);
        }
        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
        leaves.visitAny(action.getWhereExpression());
        if (keys != null) {
            leaves.visitAny(keys.getWhereExpression());
        }
        return new Question(
                QueryTranslator.select(items, tree, leaves.leaves()),
                kinds -> targets.assigned(assigned, kinds));
    }

    /** Returns what the row that is inserted is called; null where it has no name. */
    private static @Nullable Alias rowAlias(Insert insert) {
        return insert.getRowAlias() == null && insert.getSelect() instanceof Values values
                ? values.getAlias()
                : insert.getRowAlias();
    }

    private void duplicate(Insert insert, Target target, List<WithItem<?>> items) {
        Alias row = rowAlias(insert);
        boolean fromQuery =
                insert.getSelect() != null && !FromTranslator.isRows(insert.getSelect());
        ask(
                items,
                scope -> {
                    SqlNode tree = queries.from(scope).relation(target.shape(), target.alias(), 0);
                    if (row != null) {
                        scope.alsoCalled(queries.key(row.getName()), target.alias());
                    }
                    List<SqlNode> values = new ArrayList<>();
                    List<Targets.Assigned> assigned = new ArrayList<>();
                    for (UpdateSet set : insert.getDuplicateUpdateSets()) {
                        assignments.add(set, scope, target.shape(), assigned, values);
                    }
                    // values may name what the query reads too
                    boolean plain = !fromQuery && (row == null || row.getAliasColumns() == null);
                    return plain
                            ? new Question(
                                    QueryTranslator.select(values, tree, List.of()),
                                    kinds -> targets.assigned(assigned, kinds))
                            : Question.of(QueryTranslator.select(List.of(), tree, List.of()));
                });
    }
}
