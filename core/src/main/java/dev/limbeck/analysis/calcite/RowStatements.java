package dev.limbeck.analysis.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns a statement into questions for Calcite. Statements that change rows become queries of the
 * values they set; which columns these go to is checked here.
 */
final class RowStatements {
    private final Translation translation;
    private final QueryTranslator queries;
    private final Targets targets;
    private final Assignments assignments;
    private final List<Question> questions = new ArrayList<>();

    RowStatements(Translation translation) {
        this.translation = translation;
        this.queries = new QueryTranslator(translation);
        this.targets = new Targets(translation);
        this.assignments = new Assignments(translation, queries, targets);
    }

    /** Returns what to ask about a statement; nothing where it neither reads nor changes rows. */
    List<Question> of(Statement root) {
        Scope scope = Scope.outermost();
        if (root instanceof CreateView view) {
            if (view.getSelect() != null && !view.isRecursive()) {
                ask(
                        view.getSelect(),
                        view.getColumnNames() == null ? 0 : view.getColumnNames().size());
            }
        } else if (root instanceof CreateTable table) {
            if (table.getSelect() != null) {
                ask(table.getSelect(), table.getColumns() == null ? 0 : table.getColumns().size());
            }
        } else if (root instanceof Select select) {
            changes(select.getWithItemsList(), scope);
            questions.add(Question.of(queries.query(select, scope)));
        } else {
            change(root, List.of(), scope);
        }
        return questions;
    }

    /** Asks about a query whose columns get names of their own. */
    private void ask(Select select, int names) {
        SqlNode query = queries.query(select, Scope.outermost());
        questions.add(
                new Question(
                        query,
                        kinds -> targets.names(names, kinds.size(), translation.start(select))));
    }

    /** Asks about the statements in WITH that change rows, each after those before it. */
    private void changes(@Nullable List<WithItem<?>> items, Scope scope) {
        if (items == null) {
            return;
        }
        for (int at = 0; at < items.size(); at++) {
            ParenthesedStatement statement = items.get(at).getParenthesedStatement();
            List<WithItem<?>> before = items.subList(0, at);
            if (statement instanceof ParenthesedInsert nested) {
                change(nested.getInsert(), before, scope);
            } else if (statement instanceof ParenthesedUpdate nested) {
                change(nested.getUpdate(), before, scope);
            } else if (statement instanceof ParenthesedDelete nested) {
                change(nested.getDelete(), before, scope);
            }
        }
    }

    private void change(Statement root, List<WithItem<?>> before, Scope scope) {
        if (root instanceof Insert insert) {
            changes(insert.getWithItemsList(), scope);
            new InsertStatement(translation, queries, targets, assignments, questions)
                    .ask(insert, joined(before, insert.getWithItemsList()));
        } else if (root instanceof Upsert upsert) {
            new InsertStatement(translation, queries, targets, assignments, questions).ask(upsert);
        } else if (root instanceof Update update) {
            changes(update.getWithItemsList(), scope);
            with(joined(before, update.getWithItemsList()), inner -> update(update, inner));
        } else if (root instanceof Delete delete) {
            changes(delete.getWithItemsList(), scope);
            with(joined(before, delete.getWithItemsList()), inner -> delete(delete, inner));
        } else if (root instanceof Merge merge) {
            changes(merge.getWithItemsList(), scope);
            new MergeStatement(translation, queries, targets, assignments, questions)
                    .ask(merge, joined(before, merge.getWithItemsList()));
        }
    }

    static List<WithItem<?>> joined(List<WithItem<?>> before, @Nullable List<WithItem<?>> items) {
        List<WithItem<?>> all = new ArrayList<>(before);
        if (items != null) {
            all.addAll(items);
        }
        return all;
    }

    private void with(List<WithItem<?>> items, Function<Scope, Question> body) {
        questions.add(queries.commonQueries().question(items, body));
    }

    private Question update(Update update, Scope scope) {
        FromTranslator from = queries.from(scope);
        SqlNode tree = from.of(update.getTable(), update.getStartJoins());
        if (update.getFromItem() != null) {
            tree = comma(tree, from, update.getFromItem());
        }
        if (update.getJoins() != null) {
            tree = from.joined(tree, update.getJoins());
        }
        Table table = update.getTable();
        boolean several = update.getStartJoins() != null && !update.getStartJoins().isEmpty();
        Shape target = scope.relation(alias(table)).orElseThrow();
        List<Targets.Assigned> assigned = new ArrayList<>();
        List<SqlNode> items = new ArrayList<>();
        for (UpdateSet set : update.getUpdateSets()) {
            assignments.add(set, scope, several ? null : target, assigned, items);
        }
        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
        leaves.visitAny(update.getWhere());
        leaves.orders(update.getOrderByElements());
        Assignments.returning(update.getReturningClause(), alias(table), leaves, scope);
        List<SqlNode> conditions = from.later();
        conditions.addAll(leaves.leaves());
        return new Question(
                QueryTranslator.select(items, tree, conditions),
                kinds -> targets.assigned(assigned, kinds));
    }

    private SqlNode comma(SqlNode tree, FromTranslator from, FromItem item) {
        var join = new net.sf.jsqlparser.statement.select.Join();
        join.setSimple(true);
        join.setFromItem(item);
        return from.joined(tree, List.of(join));
    }

    private String alias(Table table) {
        return queries.key(table.getAlias() == null ? table.getName() : table.getAlias().getName());
    }

    private Question delete(Delete delete, Scope scope) {
        FromTranslator from = queries.from(scope);
        SqlNode tree = from.of(delete.getTable(), null);
        if (delete.getUsingFromItemList() != null) {
            for (FromItem item : delete.getUsingFromItemList()) {
                tree = comma(tree, from, item);
            }
        }
        if (delete.getJoins() != null) {
            tree = from.joined(tree, delete.getJoins());
        }
        if (delete.getTables() != null) {
            delete.getTables().forEach(table -> targets.listed(table, scope));
        }
        LeafCollector leaves = new LeafCollector(queries.expressions(), scope);
        leaves.visitAny(delete.getWhere());
        leaves.orders(delete.getOrderByElements());
        Assignments.returning(delete.getReturningClause(), alias(delete.getTable()), leaves, scope);
        List<SqlNode> conditions = from.later();
        conditions.addAll(leaves.leaves());
        return Question.of(QueryTranslator.select(List.of(), tree, conditions));
    }
}
