package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/** Translates what stands in WITH. */
final class CommonQueries {
    private final Translation translation;
    private final QueryTranslator queries;
    private final Spelling spelling;
    private int number;

    CommonQueries(Translation translation, QueryTranslator queries) {
        this.translation = translation;
        this.queries = queries;
        this.spelling = translation.spelling();
    }

    /**
     * Returns a query with the queries before it.
     *
     * @param items what stands in WITH; null: nothing
     * @param body makes the query in the scope that sees them
     */
    SqlNode before(@Nullable List<WithItem<?>> items, Scope scope, Function<Scope, SqlNode> body) {
        if (items == null || items.isEmpty()) {
            return body.apply(scope);
        }
        Scope inner = scope.nested();
        boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
        List<SqlNode> made = new ArrayList<>();
        for (WithItem<?> item : items) {
            define(item, recursive, inner).ifPresent(made::add);
        }
        SqlNode query = body.apply(inner);
        return made.isEmpty()
                ? query
                : new SqlWith(
                        Translation.NOWHERE, new SqlNodeList(made, Translation.NOWHERE), query);
    }

    /** Returns a question with the queries before it. */
    Question question(List<WithItem<?>> items, Function<Scope, Question> body) {
        List<Question> asked = new ArrayList<>();
        SqlNode query =
                before(
                        items,
                        Scope.outermost(),
                        inner -> {
                            Question question = body.apply(inner.nested());
                            asked.add(question);
                            return question.query();
                        });
        return new Question(
                query, kinds -> asked.forEach(question -> question.answered().accept(kinds)));
    }

    private Optional<SqlNode> define(WithItem<?> item, boolean recursive, Scope scope) {
        if (item.getWithFunctionDeclaration() != null) {
            return Optional.empty();
        }
        String key = spelling.key(item.getAlias().getName());
        ParenthesedStatement statement = item.getParenthesedStatement();
        List<String> names = columnNames(item);
        if (!(statement instanceof ParenthesedSelect select)) {
            Shape shape = changed(statement, key, names);
            SqlIdentifier table = translation.register(shape, key, Translation.NOWHERE);
            scope.define(key, new Scope.CommonQuery(table.getSimple(), shape));
            return Optional.empty();
        }
        if (item.getSearchClause() != null || item.getCycleClause() != null) {
            // they add columns
            Shape wider = Shape.open(key);
            SqlIdentifier table = translation.register(wider, key, Translation.NOWHERE);
            scope.define(key, new Scope.CommonQuery(table.getSimple(), wider));
            return Optional.empty();
        }
        Shape shape = shape(select, key, names);
        Scope body = scope.nested();
        boolean itself =
                recursive
                        || (select.getSelect() instanceof SetOperationList
                                && translation.lookup().bare(key).isEmpty());
        if (itself) {
            SqlIdentifier table = translation.register(shape, key, Translation.NOWHERE);
            body.define(key, new Scope.CommonQuery(table.getSimple(), shape));
        }
        SqlNode query = queries.query(select, body);
        if (FromTranslator.isRows(select)) {
            // its columns have no names but these
            SqlIdentifier table = translation.register(shape, key, Translation.NOWHERE);
            scope.define(key, new Scope.CommonQuery(table.getSimple(), shape));
            return Optional.empty();
        }
        number++;
        String name = "with " + number;
        scope.define(key, new Scope.CommonQuery(name, shape));
        SqlNodeList columns = null;
        if (!names.isEmpty() && !shape.isOpen()) {
            columns =
                    new SqlNodeList(
                            names.stream()
                                    .map(
                                            column ->
                                                    (SqlNode)
                                                            new SqlIdentifier(
                                                                    spelling.key(column),
                                                                    Translation.NOWHERE))
                                    .toList(),
                            Translation.NOWHERE);
        }
        return Optional.of(
                new SqlWithItem(
                        Translation.NOWHERE,
                        new SqlIdentifier(name, Translation.NOWHERE),
                        columns,
                        query,
                        SqlLiteral.createBoolean(false, Translation.NOWHERE)));
    }

    private static List<String> columnNames(WithItem<?> item) {
        if (item.getWithItemList() != null && !item.getWithItemList().isEmpty()) {
            return item.getWithItemList().stream()
                    .map(named -> named.getExpression().toString())
                    .toList();
        }
        return item.getAlias().getAliasColumns() == null
                ? List.of()
                : item.getAlias().getAliasColumns().stream().map(column -> column.name).toList();
    }

    /** Returns the columns that a query states by itself; open where it has a star. */
    private Shape shape(Select select, String key, List<String> names) {
        if (!names.isEmpty()) {
            return Shape.of(key, names.stream().map(this::column).toList());
        }
        Select first = select;
        while (!(first instanceof PlainSelect)) {
            if (first instanceof ParenthesedSelect nested) {
                first = nested.getSelect();
            } else if (first instanceof SetOperationList set) {
                first = set.getSelects().get(0);
            } else {
                return Shape.open(key);
            }
        }
        return items(((PlainSelect) first).getSelectItems(), key);
    }

    private Shape items(List<? extends SelectItem<?>> items, String key) {
        List<ShapeColumn> columns = new ArrayList<>();
        for (SelectItem<?> item : items) {
            Optional<String> name = queries.output(item);
            if (item.getExpression() instanceof AllColumns || name.isEmpty()) {
                return Shape.open(key);
            }
            if (columns.stream().noneMatch(column -> column.key().equals(name.get()))) {
                columns.add(new ShapeColumn(name.get(), name.get(), Kind.ANY));
            }
        }
        return Shape.of(key, columns);
    }

    private ShapeColumn column(String written) {
        return new ShapeColumn(spelling.key(written), spelling.name(written), Kind.ANY);
    }

    /** Returns what a statement that changes rows returns. */
    private Shape changed(ParenthesedStatement statement, String key, List<String> names) {
        if (!names.isEmpty()) {
            return Shape.of(key, names.stream().map(this::column).toList());
        }
        ReturningClause returning = null;
        Table table = null;
        if (statement instanceof ParenthesedInsert insert) {
            returning = insert.getInsert().getReturningClause();
            table = insert.getInsert().getTable();
        } else if (statement instanceof ParenthesedUpdate update) {
            returning = update.getUpdate().getReturningClause();
            table = update.getUpdate().getTable();
        } else if (statement instanceof ParenthesedDelete delete) {
            returning = delete.getDelete().getReturningClause();
            table = delete.getDelete().getTable();
        }
        boolean whole =
                returning != null
                        && returning.size() == 1
                        && returning.get(0).getExpression() instanceof AllColumns;
        if (whole && table != null) {
            Shape shape = translation.relation(table);
            return new Shape(key, shape.columns(), shape.openness(), Optional.empty());
        }
        return returning == null ? Shape.open(key) : items(returning, key);
    }
}
