package dev.limbeck.analysis.calcite;

import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Translates what SET and RETURNING say, wherever they stand. */
final class Assignments {
    private final Translation translation;
    private final QueryTranslator queries;
    private final Targets targets;

    Assignments(Translation translation, QueryTranslator queries, Targets targets) {
        this.translation = translation;
        this.queries = queries;
        this.targets = targets;
    }

    /**
     * Adds what SET says; checks the columns it goes to.
     *
     * @param target the table whose columns are set; null: any of the scope
     * @param assigned gets the values, one for each item
     * @param items gets what is to be resolved
     */
    void add(
            UpdateSet set,
            Scope scope,
            @Nullable Shape target,
            List<Targets.Assigned> assigned,
            List<SqlNode> items) {
        List<? extends Expression> values = set.getValues();
        boolean pairs = set.getColumns().size() == values.size();
        for (int at = 0; at < set.getColumns().size(); at++) {
            Column column = set.getColumns().get(at);
            var found = targets.assignee(column, target, scope);
            if (pairs) {
                Expression value = values.get(at);
                items.add(
                        QueryTranslator.as(
                                queries.expressions().of(value, scope), "set " + items.size()));
                assigned.add(new Targets.Assigned(found, value, translation.placed(column)));
            }
        }
        if (!pairs) {
            values.forEach(
                    value -> {
                        items.add(
                                QueryTranslator.as(
                                        ExpressionTranslator.all(
                                                queries.expressions().leaves(value, scope)),
                                        "set " + items.size()));
                        assigned.add(Targets.Assigned.unknown(value));
                    });
        }
    }

    /** Collects what RETURNING names; the row before and the row after have names there. */
    static void returning(
            @Nullable ReturningClause clause, String alias, LeafCollector leaves, Scope scope) {
        if (clause == null) {
            return;
        }
        for (String row : List.of("old", "new", "OLD", "NEW")) {
            if (scope.relation(row).isEmpty()) {
                scope.alsoCalled(row, alias);
            }
        }
        clause.forEach(item -> leaves.visitAny(item.getExpression()));
    }
}
