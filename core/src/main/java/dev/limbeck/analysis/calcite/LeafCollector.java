package dev.limbeck.analysis.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LambdaExpression;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Collects what is to be resolved in an expression: columns, queries, comparisons. */
final class LeafCollector extends ExpressionVisitorAdapter<Void> {
    private final ExpressionTranslator expressions;
    private final Scope scope;
    private final List<SqlNode> leaves = new ArrayList<>();

    LeafCollector(ExpressionTranslator expressions, Scope scope) {
        this.expressions = expressions;
        this.scope = scope;
    }

    List<SqlNode> leaves() {
        return leaves;
    }

    @Override
    public <S> @Nullable Void visit(Column column, S context) {
        leaves.add(expressions.column(column, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
        leaves.add(expressions.queries().query(select, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Select select, S context) {
        leaves.add(expressions.queries().query(select, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Function function, S context) {
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null) {
            for (Expression parameter : parameters) {
                if (!isUnit(parameter)) {
                    visitAny(parameter);
                }
            }
        }
        if (function.getNamedParameters() != null) {
            function.getNamedParameters().forEach(this::visitAny);
        }
        orders(function.getOrderByElements());
        if (function.getKeep() != null) {
            visitAny(function.getKeep());
        }
        return null;
    }

    /** Of a value and a type, the parser takes the one for the other. */
    @Override
    public <S> @Nullable Void visit(TranscodingFunction conversion, S context) {
        if (conversion.getColDataType() == null) {
            visitAny(conversion.getExpression());
        }
        return null;
    }

    /** A bare word that says in what a call counts is no column. */
    private static boolean isUnit(Expression parameter) {
        return isWord(parameter)
                && StandardWords.UNITS.contains(parameter.toString().toUpperCase(Locale.ROOT));
    }

    private static boolean isWord(Expression parameter) {
        return parameter instanceof Column column
                && (column.getTable() == null || column.getTable().getName() == null);
    }

    @Override
    public <S> @Nullable Void visit(AnalyticExpression analytic, S context) {
        visitAny(analytic.getExpression());
        visitAny(analytic.getOffset());
        visitAny(analytic.getDefaultValue());
        visitAny(analytic.getFilterExpression());
        visitAny(analytic.getKeep());
        orders(analytic.getFuncOrderBy());
        if (analytic.getWindowDefinition() != null) {
            window(analytic.getWindowDefinition());
        } else {
            orders(analytic.getOrderByElements());
            if (analytic.getPartitionExpressionList() != null) {
                analytic.getPartitionExpressionList().forEach(this::visitAny);
            }
        }
        return null;
    }

    /** Collects what a window names. */
    void window(WindowDefinition window) {
        orders(window.getOrderByElements());
        List<?> parts = window.getPartitionExpressionList();
        if (parts != null) {
            parts.forEach(part -> visitAny((Expression) part));
        }
    }

    void orders(@Nullable List<OrderByElement> elements) {
        if (elements != null) {
            elements.forEach(element -> visitAny(element.getExpression()));
        }
    }

    void visitAny(@Nullable Expression expression) {
        if (expression != null) {
            expression.accept(this, null);
        }
    }

    /** Parameters of such a text look like columns. */
    @Override
    public <S> @Nullable Void visit(LambdaExpression lambda, S context) {
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllColumns all, S context) {
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllTableColumns all, S context) {
        return null;
    }

    @Override
    public <S> @Nullable Void visit(EqualsTo comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(NotEqualsTo comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(GreaterThan comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(GreaterThanEquals comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(MinorThan comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(MinorThanEquals comparison, S context) {
        leaves.add(expressions.of(comparison, scope));
        return null;
    }
}
