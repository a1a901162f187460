package dev.limbeck.analysis.calcite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.apache.calcite.sql.SqlNode;

/** Checks a MERGE: its condition and updates see both sides, its inserts the source only. */
final class MergeStatement {
    private final Translation translation;
    private final QueryTranslator queries;
    private final Targets targets;
    private final Assignments assignments;
    private final List<Question> questions;

    /**
     * @param questions gets what is to be asked
     */
    MergeStatement(
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

    void ask(Merge merge, List<WithItem<?>> items) {
        questions.add(queries.commonQueries().question(items, scope -> both(merge, scope)));
        questions.add(queries.commonQueries().question(items, scope -> source(merge, scope)));
    }

    private Question both(Merge merge, Scope scope) {
        FromTranslator from = queries.from(scope);
        SqlNode tree = from.of(merge.getTable(), null);
        Join join = new Join();
        join.setSimple(true);
        join.setFromItem(merge.getFromItem());
        tree = from.joined(tree, List.of(join));
        String alias = alias(merge.getTable());
        Shape target = scope.relation(alias).orElseThrow();
        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
        leaves.visitAny(merge.getOnCondition());
        List<Targets.Assigned> assigned = new ArrayList<>();
        List<SqlNode> values = new ArrayList<>();
        for (MergeOperation operation : operations(merge)) {
            if (operation instanceof MergeUpdate update) {
                leaves.visitAny(update.getAndPredicate());
                leaves.visitAny(update.getWhereCondition());
                leaves.visitAny(update.getDeleteWhereCondition());
                for (UpdateSet set : update.getUpdateSets()) {
                    assignments.add(set, scope, target, assigned, values);
                }
            } else if (operation instanceof MergeDelete delete) {
                leaves.visitAny(delete.getAndPredicate());
            }
        }
        Assignments.returning(merge.getReturningClause(), alias, leaves, scope);
        List<SqlNode> conditions = from.later();
        conditions.addAll(leaves.leaves());
        return new Question(
                QueryTranslator.select(values, tree, conditions),
                kinds -> targets.assigned(assigned, kinds));
    }

    private Question source(Merge merge, Scope scope) {
        Shape target = translation.relation(merge.getTable());
        FromTranslator from = queries.from(scope);
        SqlNode tree = from.of(merge.getFromItem(), null);
        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
        for (MergeOperation operation : operations(merge)) {
            if (operation instanceof MergeInsert insert) {
                leaves.visitAny(insert.getAndPredicate());
                if (insert.getValues() != null) {
                    insert.getValues().forEach(leaves::visitAny);
                }
                insert(
                        insert,
                        target,
                        translation.offset(merge.getTable(), merge.getTable().getName()));
            }
        }
        List<SqlNode> conditions = from.later();
        conditions.addAll(leaves.leaves());
        return Question.of(QueryTranslator.select(List.of(), tree, conditions));
    }

    private void insert(MergeInsert insert, Shape target, int offset) {
        if (insert.getColumns() == null || insert.getColumns().isEmpty()) {
            return;
        }
        Set<String> given = new LinkedHashSet<>();
        List<Optional<Shape.ShapeColumn>> columns = new ArrayList<>();
        int place = offset;
        for (Column column : insert.getColumns()) {
            Optional<Shape.ShapeColumn> found = targets.column(column, target);
            found.ifPresent(to -> given.add(to.key()));
            columns.add(found);
            place = translation.placed(column);
        }
        List<Expression> values =
                insert.getValues() == null ? List.of() : List.copyOf(insert.getValues());
        targets.count(columns.size(), values.size(), place);
        if (!target.isOpen() && columns.stream().allMatch(Optional::isPresent)) {
            targets.complete(target, given, offset);
        }
    }

    private static List<MergeOperation> operations(Merge merge) {
        return merge.getOperations() == null ? List.of() : merge.getOperations();
    }

    private String alias(Table table) {
        return queries.key(table.getAlias() == null ? table.getName() : table.getAlias().getName());
    }
}
