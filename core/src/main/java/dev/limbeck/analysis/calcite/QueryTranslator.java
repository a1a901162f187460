package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Translates queries into Calcite's tree, so that its validator resolves their names. What comes
 * after FROM is opaque and stands in WHERE, where all of FROM is seen: which rows a query yields
 * doesn't matter here.
 */
final class QueryTranslator {
    /** What the branch of a set operation says of its columns. */
    private enum Types {
        KEPT,
        /** Texts in quotes are of any type, so branches are not held against each other. */
        LEFT_OUT
    }

    private final Translation translation;
    private final Spelling spelling;
    private final ExpressionTranslator expressions;
    private final CommonQueries commonQueries;
    private int nameless;

    QueryTranslator(Translation translation) {
        this.translation = translation;
        this.spelling = translation.spelling();
        this.expressions = new ExpressionTranslator(translation, this);
        this.commonQueries = new CommonQueries(translation, this);
    }

    ExpressionTranslator expressions() {
        return expressions;
    }

    CommonQueries commonQueries() {
        return commonQueries;
    }

    FromTranslator from(Scope scope) {
        return new FromTranslator(translation, expressions, scope);
    }

    /** Returns a query as Calcite sees it. */
    SqlNode query(Select select, Scope scope) {
        return query(select, scope, Types.KEPT);
    }

    private SqlNode query(Select select, Scope scope, Types types) {
        return commonQueries.before(
                select.getWithItemsList(), scope, inner -> body(select, inner, types));
    }

    private SqlNode body(Select select, Scope scope, Types types) {
        if (select instanceof PlainSelect plain) {
            return plain(plain, scope.nested(), types);
        }
        if (select instanceof ParenthesedSelect nested) {
            return query(nested.getSelect(), scope, types);
        }
        if (select instanceof SetOperationList set) {
            SqlNode all = query(set.getSelects().get(0), scope, Types.LEFT_OUT);
            for (Select branch : set.getSelects().subList(1, set.getSelects().size())) {
                all =
                        SqlStdOperatorTable.UNION_ALL.createCall(
                                Translation.NOWHERE, all, query(branch, scope, Types.LEFT_OUT));
            }
            return all;
        }
        if (select instanceof Values values) {
            return rows(values, scope.nested());
        }
        if (select instanceof TableStatement table) {
            FromTranslator from = from(scope.nested());
            return select(
                    List.of(SqlIdentifier.star(Translation.NOWHERE)),
                    from.of(table.getTable(), null),
                    List.of());
        }
        throw new NotTranslatedException(select.getClass().getSimpleName());
    }

    private SqlNode plain(PlainSelect plain, Scope scope, Types types) {
        FromTranslator from = from(scope);
        SqlNode tree =
                plain.getFromItem() == null
                        ? nothing()
                        : from.of(plain.getFromItem(), plain.getJoins());
        if (plain.getLateralViews() != null) {
            throw new NotTranslatedException("LATERAL VIEW");
        }
        List<SqlNode> conditions = new ArrayList<>(from.later());
        Scope behind = scope.nested();
        List<SqlNode> items = new ArrayList<>();
        for (SelectItem<?> item : plain.getSelectItems()) {
            items.add(item(item, scope, types));
            output(item).ifPresent(behind::output);
        }
        conditions.addAll(clauses(plain, scope, behind));
        return select(items, tree, conditions);
    }

    /** Returns a FROM for queries that have none. */
    SqlNode nothing() {
        Shape shape = Shape.of("", List.of(new ShapeColumn(" ", " ", Kind.ANY)));
        return translation.register(shape, "", Translation.NOWHERE);
    }

    /** Returns a query of items. */
    static SqlNode select(List<SqlNode> items, SqlNode from, List<SqlNode> conditions) {
        List<SqlNode> kept =
                items.isEmpty() ? List.of(ExpressionTranslator.nothing(Kind.ANY)) : items;
        return new SqlSelect(
                Translation.NOWHERE,
                null,
                new SqlNodeList(kept, kept.get(0).getParserPosition()),
                from,
                conditions.isEmpty() ? null : ExpressionTranslator.all(conditions),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Collects what stands outside of the list of items and of FROM. */
    private List<SqlNode> clauses(PlainSelect plain, Scope scope, Scope behind) {
        LeafCollector rows = new LeafCollector(expressions, scope);
        rows.visitAny(plain.getWhere());
        rows.visitAny(plain.getPreWhere());
        rows.visitAny(plain.getOracleHierarchical());
        LeafCollector groups = new LeafCollector(expressions, behind);
        groups(plain.getGroupBy(), groups);
        groups.visitAny(plain.getHaving());
        groups.visitAny(plain.getQualify());
        groups.orders(plain.getOrderByElements());
        if (plain.getDistinct() != null && plain.getDistinct().getOnSelectItems() != null) {
            plain.getDistinct()
                    .getOnSelectItems()
                    .forEach(item -> groups.visitAny(item.getExpression()));
        }
        if (plain.getWindowDefinitions() != null) {
            plain.getWindowDefinitions().forEach(groups::window);
        }
        List<SqlNode> all = new ArrayList<>(rows.leaves());
        all.addAll(groups.leaves());
        return all;
    }

    private static void groups(@Nullable GroupByElement element, LeafCollector collector) {
        if (element == null) {
            return;
        }
        if (element.getGroupByExpressionList() != null) {
            for (Expression expression : element.getGroupByExpressionList()) {
                collector.visitAny(expression);
            }
        }
        if (element.getGroupingSets() != null) {
            for (ExpressionList<Expression> set : element.getGroupingSets()) {
                set.forEach(collector::visitAny);
            }
        }
    }

    private SqlNode item(SelectItem<?> item, Scope scope, Types types) {
        Expression expression = item.getExpression();
        if (expression instanceof AllTableColumns all) {
            String alias = spelling.key(all.getTable().getName());
            int offset = translation.offset(all.getTable(), all.getTable().getName());
            translation.qualifier(offset, all.getTable().getName());
            if (translation.isSettled(offset)) {
                return ExpressionTranslator.nothing(Kind.ANY);
            }
            SqlParserPos position = Translation.position(offset);
            return SqlIdentifier.star(
                    List.of(scope.second(alias).orElse(alias), ""),
                    position,
                    List.of(position, position));
        }
        if (expression instanceof AllColumns) {
            return SqlIdentifier.star(Translation.NOWHERE);
        }
        SqlNode node = expressions.of(expression, scope);
        String name =
                output(item)
                        .orElseGet(
                                () -> {
                                    nameless++;
                                    return "? " + nameless;
                                });
        SqlNode kept =
                types == Types.KEPT
                        ? node
                        : OpaqueOperator.over(Kind.ANY, List.of(node), Translation.NOWHERE);
        SqlParserPos position = Translation.position(translation.start(expression));
        return SqlStdOperatorTable.AS.createCall(
                position, kept, new SqlIdentifier(name, Translation.NOWHERE));
    }

    static SqlNode as(SqlNode node, String key) {
        return SqlStdOperatorTable.AS.createCall(
                Translation.NOWHERE, node, new SqlIdentifier(key, Translation.NOWHERE));
    }

    String key(String written) {
        return spelling.key(written);
    }

    /** Returns the name of a column that a query yields, where it has one. */
    Optional<String> output(SelectItem<?> item) {
        return item.getAlias() != null
                ? Optional.of(spelling.key(item.getAlias().getName()))
                : named(item.getExpression());
    }

    /** An expression without a name gets one of what it is made of, on some servers. */
    private Optional<String> named(Expression expression) {
        if (expression instanceof Column column) {
            return Optional.of(spelling.key(column.getColumnName()));
        }
        if (expression instanceof Function function) {
            return Optional.of(spelling.key(function.getName()));
        }
        if (expression instanceof AnalyticExpression analytic) {
            return Optional.of(spelling.key(analytic.getName()));
        }
        if (expression instanceof CaseExpression) {
            return Optional.of(spelling.key("case"));
        }
        return expression instanceof CastExpression cast
                ? named(cast.getLeftExpression())
                : Optional.empty();
    }

    private SqlNode rows(Values values, Scope scope) {
        List<SqlNode> leaves = new ArrayList<>();
        values.getExpressions().forEach(row -> leaves.addAll(expressions.leaves(row, scope)));
        // the names of its columns are the server's business
        SqlNode open = from(scope).relation(Shape.open("values"), "values", 0);
        return select(List.of(SqlIdentifier.star(Translation.NOWHERE)), open, leaves);
    }
}
