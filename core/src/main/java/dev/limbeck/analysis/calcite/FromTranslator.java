package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.Values;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Translates what stands in FROM. What the operands of a call there, or several conditions of
 * nested joins, name is handed on to be resolved where the whole FROM is seen.
 */
final class FromTranslator {
    /** What a query in FROM sees. */
    private enum Sight {
        /** What is around the FROM. */
        OUTSIDE,
        /** What stands before it in the FROM, too. */
        BESIDE
    }

    private final Translation translation;
    private final ExpressionTranslator expressions;
    private final Spelling spelling;
    private final Scope scope;
    private final List<SqlNode> later = new ArrayList<>();
    private final List<Expression> postponed = new ArrayList<>();
    private int nameless;

    FromTranslator(Translation translation, ExpressionTranslator expressions, Scope scope) {
        this.translation = translation;
        this.expressions = expressions;
        this.spelling = translation.spelling();
        this.scope = scope;
    }

    /** Returns what is still to be resolved once the whole FROM is known. */
    List<SqlNode> later() {
        List<SqlNode> all = new ArrayList<>(later);
        postponed.forEach(expression -> all.addAll(expressions.leaves(expression, scope)));
        return all;
    }

    SqlNode of(FromItem item, @Nullable Collection<Join> joins) {
        SqlNode tree = item(item);
        return joins == null ? tree : joined(tree, joins);
    }

    /** Adds joins to what is there. */
    SqlNode joined(SqlNode first, Collection<Join> joins) {
        SqlNode tree = first;
        for (Join join : joins) {
            SqlNode right =
                    join.isApply() && join.getFromItem() instanceof ParenthesedSelect select
                            ? derived(select, select.getAlias(), Sight.BESIDE)
                            : item(join.getFromItem());
            tree = join(tree, right, join);
        }
        return tree;
    }

    private SqlNode join(SqlNode left, SqlNode right, Join join) {
        List<Column> using = join.getUsingColumns();
        Collection<Expression> conditions = join.getOnExpressions();
        SqlNode condition = null;
        JoinConditionType type = JoinConditionType.NONE;
        if (using != null && !using.isEmpty()) {
            type = JoinConditionType.USING;
            using.forEach(column -> translation.share(spelling.key(column.getColumnName())));
            condition =
                    new SqlNodeList(using.stream().map(this::common).toList(), Translation.NOWHERE);
        } else if (conditions != null && conditions.size() == 1) {
            type = JoinConditionType.ON;
            condition =
                    ExpressionTranslator.all(
                            expressions.leaves(conditions.iterator().next(), scope));
        } else if (conditions != null) {
            postponed.addAll(conditions);
        }
        JoinType kind = type == JoinConditionType.NONE ? JoinType.COMMA : JoinType.INNER;
        if (join.isNatural()) {
            kind = JoinType.INNER;
            translation.shareAll();
        }
        return new SqlJoin(
                Translation.NOWHERE,
                left,
                SqlLiteral.createBoolean(join.isNatural(), Translation.NOWHERE),
                kind.symbol(Translation.NOWHERE),
                right,
                type.symbol(Translation.NOWHERE),
                condition);
    }

    private SqlNode common(Column column) {
        return new SqlIdentifier(
                spelling.key(column.getColumnName()),
                Translation.position(translation.placed(column)));
    }

    private SqlNode item(FromItem item) {
        if (item.getPivot() != null || item.getUnPivot() != null) {
            return open(item.getAlias(), "pivot");
        }
        if (item instanceof Table table) {
            return table(table, table.getAlias());
        }
        if (item instanceof TableFunction call) {
            return call(call);
        }
        if (item instanceof ParenthesedFromItem nested) {
            return nested(nested);
        }
        if (item instanceof Values values) {
            return values(values, values.getAlias());
        }
        if (item instanceof ParenthesedSelect select) {
            return select.getSelect() instanceof Values values
                    ? values(values, select.getAlias())
                    : derived(
                            select,
                            select.getAlias(),
                            select instanceof LateralSubSelect ? Sight.BESIDE : Sight.OUTSIDE);
        }
        throw new NotTranslatedException("what stands in FROM: " + item.getClass().getSimpleName());
    }

    private SqlNode nested(ParenthesedFromItem nested) {
        if (nested.getAlias() == null) {
            return of(nested.getFromItem(), nested.getJoins());
        }
        if (nested.getFromItem() instanceof Values values) {
            return values(values, nested.getAlias());
        }
        if (nested.getFromItem() instanceof Select select && isAlone(nested)) {
            return derived(select, nested.getAlias(), Sight.OUTSIDE);
        }
        if (nested.getFromItem() instanceof Table table && isAlone(nested)) {
            return table(table, nested.getAlias());
        }
        throw new NotTranslatedException("a join with an alias");
    }

    private static boolean isAlone(ParenthesedFromItem nested) {
        return nested.getJoins() == null || nested.getJoins().isEmpty();
    }

    private SqlNode table(Table table, @Nullable Alias written) {
        // the parser takes PARTITION (p0, p1) for an alias with columns
        Alias alias = isPartitions(written) ? null : written;
        String key = spelling.key(alias == null ? table.getName() : alias.getName());
        int offset = translation.offset(table, table.getName());
        Optional<Scope.CommonQuery> common =
                table.getSchemaName() == null || table.getSchemaName().isEmpty()
                        ? scope.query(spelling.key(table.getName()))
                        : Optional.empty();
        if (common.isPresent() && (alias == null || alias.getAliasColumns() == null)) {
            scope.alias(key, common.get().shape());
            return as(new SqlIdentifier(common.get().table(), Translation.NOWHERE), key, offset);
        }
        Shape shape = common.map(Scope.CommonQuery::shape).orElseGet(() -> shape(table));
        return relation(renamed(shape, alias), key, offset);
    }

    private static boolean isPartitions(@Nullable Alias alias) {
        return alias != null
                && alias.getAliasColumns() != null
                && (alias.getName().equalsIgnoreCase("PARTITION")
                        || alias.getName().equalsIgnoreCase("SUBPARTITION"));
    }

    private Shape shape(Table table) {
        return table.getName().startsWith("@")
                ? Shape.open(table.getName())
                : translation.relation(table);
    }

    /** Puts a relation into FROM under an alias. */
    SqlNode relation(Shape shape, String key, int offset) {
        scope.alias(key, shape);
        return as(translation.register(shape, key, Translation.position(offset)), key, offset);
    }

    private SqlNode as(SqlNode node, String key, int offset) {
        SqlParserPos position = Translation.position(offset);
        return SqlStdOperatorTable.AS.createCall(position, node, new SqlIdentifier(key, position));
    }

    /** Gives the first columns the names that stand behind an alias. */
    private Shape renamed(Shape shape, @Nullable Alias alias) {
        List<String> names = columnNames(alias);
        if (names.isEmpty()) {
            return shape;
        }
        List<ShapeColumn> columns = new ArrayList<>();
        for (int at = 0; at < Math.max(names.size(), shape.columns().size()); at++) {
            Kind kind = at < shape.columns().size() ? shape.columns().get(at).kind() : Kind.ANY;
            columns.add(
                    at < names.size()
                            ? new ShapeColumn(
                                    spelling.key(names.get(at)), spelling.name(names.get(at)), kind)
                            : shape.columns().get(at));
        }
        return new Shape(shape.shown(), columns, shape.openness(), Optional.empty());
    }

    private static List<String> columnNames(@Nullable Alias alias) {
        return alias == null || alias.getAliasColumns() == null
                ? List.of()
                : alias.getAliasColumns().stream().map(column -> column.name).toList();
    }

    private String key(@Nullable Alias alias, String otherwise) {
        if (alias != null && alias.getName() != null) {
            return spelling.key(alias.getName());
        }
        nameless++;
        return otherwise + " " + nameless;
    }

    private SqlNode open(@Nullable Alias alias, String otherwise) {
        String key = key(alias, otherwise);
        return relation(renamed(Shape.open(key), alias), key, 0);
    }

    private SqlNode call(TableFunction call) {
        for (Function function : call.getFunctions()) {
            postponed.add(function);
        }
        Alias alias = call.getAlias();
        String name = call.getFunctions().isEmpty() ? "call" : call.getFunctions().get(0).getName();
        String key = alias == null ? spelling.key(name) : key(alias, name);
        return relation(renamed(Shape.open(key), alias), key, 0);
    }

    private SqlNode values(Values values, @Nullable Alias alias) {
        for (Expression row : values.getExpressions()) {
            postponed.add(row);
        }
        List<String> names = columnNames(alias);
        String key = key(alias, "values");
        if (names.isEmpty()) {
            return relation(Shape.open(key), key, 0);
        }
        return relation(renamed(Shape.of(key, List.of()), alias), key, 0);
    }

    private SqlNode derived(Select select, @Nullable Alias alias, Sight sight) {
        List<String> names = columnNames(alias);
        // its own alias is not seen inside, those before it only by LATERAL
        SqlNode query = expressions.queries().query(select, scope);
        String key = key(alias, "derived");
        scope.alias(key, Shape.open(key));
        SqlNode body =
                sight == Sight.BESIDE
                        ? SqlStdOperatorTable.LATERAL.createCall(Translation.NOWHERE, query)
                        : query;
        if (names.isEmpty()) {
            return as(body, key, 0);
        }
        List<SqlNode> operands = new ArrayList<>();
        operands.add(body);
        operands.add(new SqlIdentifier(key, Translation.NOWHERE));
        names.forEach(
                name -> operands.add(new SqlIdentifier(spelling.key(name), Translation.NOWHERE)));
        return SqlStdOperatorTable.AS.createCall(Translation.NOWHERE, operands);
    }

    /** Returns whether a query is one of literal rows. */
    static boolean isRows(Select select) {
        return select instanceof Values
                || (select instanceof ParenthesedSelect nested && isRows(nested.getSelect()));
    }
}
