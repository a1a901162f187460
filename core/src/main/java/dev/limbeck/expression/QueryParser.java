package dev.limbeck.expression;

import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.Node.Window;
import dev.limbeck.expression.QueryTree.Body;
import dev.limbeck.expression.QueryTree.Enclosed;
import dev.limbeck.expression.QueryTree.Item;
import dev.limbeck.expression.QueryTree.Named;
import dev.limbeck.expression.QueryTree.Relation;
import dev.limbeck.expression.QueryTree.Select;
import dev.limbeck.expression.QueryTree.SetOperation;
import dev.limbeck.expression.QueryTree.Source;
import dev.limbeck.expression.QueryTree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads queries. */
final class QueryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final SourceParser sources;

    QueryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.sources = new SourceParser(cursor, expressions, this);
    }

    /** Reads a text that is one query; empty where it isn't understood. */
    static Optional<QueryTree> parse(String text, SqlGrammar grammar) {
        TokenCursor cursor = TokenCursor.over(text, grammar);
        try {
            QueryTree query = new ExpressionParser(cursor).query();
            cursor.acceptSymbol(";");
            return cursor.atEnd() ? Optional.of(query) : Optional.empty();
        } catch (NotUnderstoodException e) {
            return Optional.empty();
        }
    }

    QueryTree query() {
        cursor.enter();
        boolean recursive = false;
        List<Named> with = new ArrayList<>();
        if (cursor.accept("WITH")) {
            recursive = cursor.accept("RECURSIVE");
            do {
                with.add(named());
            } while (cursor.acceptSymbol(","));
        }
        QueryTree query = tail(with, recursive, union());
        cursor.leave();
        return query;
    }

    private Named named() {
        String name = cursor.name();
        List<String> columns = cursor.atSymbol("(") ? names() : List.of();
        cursor.expect("AS");
        String words = "";
        if (cursor.accept("NOT", "MATERIALIZED")) {
            words = "NOT MATERIALIZED";
        } else if (cursor.accept("MATERIALIZED")) {
            words = "MATERIALIZED";
        }
        cursor.expectSymbol("(");
        QueryTree query = query();
        cursor.expectSymbol(")");
        return new Named(name, columns, words, query);
    }

    /** Reads names in parentheses. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        cursor.expectSymbol("(");
        do {
            names.add(cursor.name());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return names;
    }

    private QueryTree tail(List<Named> with, boolean recursive, Body body) {
        List<SortItem> order =
                cursor.accept("ORDER", "BY") ? expressions.calls().sortItems() : List.of();
        Optional<Node> limit = Optional.empty();
        Optional<Node> offset = Optional.empty();
        String limitWords = "";
        boolean more = true;
        while (more) {
            if (cursor.accept("LIMIT")) {
                limit = cursor.accept("ALL") ? Optional.empty() : Optional.of(expression());
            } else if (cursor.accept("OFFSET")) {
                offset = Optional.of(expression());
                boolean plural = cursor.accept("ROW") || cursor.accept("ROWS");
                more = plural || more;
            } else if (cursor.accept("FETCH")) {
                if (!cursor.accept("FIRST")) {
                    cursor.expect("NEXT");
                }
                limit =
                        Optional.of(
                                cursor.at("ROW") || cursor.at("ROWS")
                                        ? Node.Literal.number("1")
                                        : expression());
                if (!cursor.accept("ROW")) {
                    cursor.expect("ROWS");
                }
                if (cursor.accept("WITH", "TIES")) {
                    limitWords = "WITH TIES";
                } else {
                    cursor.expect("ONLY");
                }
            } else {
                more = false;
            }
        }
        String locking = "";
        if (cursor.at("FOR")) {
            int start = cursor.mark();
            cursor.rawToClosing();
            locking = cursor.raw(start);
        }
        return new QueryTree(with, recursive, body, order, limit, limitWords, offset, locking);
    }

    private Node expression() {
        return expressions.expression();
    }

    private Body union() {
        Body left = intersection();
        while (cursor.at("UNION") || cursor.at("EXCEPT") || cursor.at("MINUS")) {
            String operator = cursor.at("UNION") ? "UNION" : "EXCEPT";
            cursor.next();
            left = operation(operator, left, true);
        }
        return left;
    }

    private Body intersection() {
        Body left = primary();
        while (cursor.accept("INTERSECT")) {
            left = operation("INTERSECT", left, false);
        }
        return left;
    }

    private Body operation(String operator, Body left, boolean mayIntersect) {
        String all = cursor.accept("ALL") ? " ALL" : "";
        cursor.accept("DISTINCT");
        Body right = mayIntersect ? intersection() : primary();
        Body rows = WrappedValues.opened(right);
        return new SetOperation(operator + all, QueryTree.of(left), QueryTree.of(rows));
    }

    private Body primary() {
        if (cursor.acceptSymbol("(")) {
            QueryTree query = query();
            cursor.expectSymbol(")");
            return query.isPlain() ? query.body() : new Enclosed(query);
        }
        if (cursor.accept("VALUES")) {
            return values();
        }
        if (cursor.accept("TABLE")) {
            int name = cursor.mark();
            List<String> path = cursor.path();
            Source source = new Relation(path, "", QueryTree.Alias.NONE, cursor.place(name));
            return new Select(
                    "",
                    List.of(),
                    List.of(new Item(new Star(List.of(), Place.NOWHERE), "")),
                    List.of(source),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Map.of());
        }
        cursor.expect("SELECT");
        return select();
    }

    private Body values() {
        List<List<Node>> rows = new ArrayList<>();
        do {
            cursor.expectSymbol("(");
            rows.add(expressions.list());
            cursor.expectSymbol(")");
        } while (cursor.acceptSymbol(","));
        return new Values(rows);
    }

    private Body select() {
        String distinct = "";
        List<Node> on = List.of();
        if (cursor.accept("DISTINCT")) {
            distinct = "DISTINCT";
            if (cursor.accept("ON")) {
                cursor.expectSymbol("(");
                on = expressions.list();
                cursor.expectSymbol(")");
            }
        } else {
            cursor.accept("ALL");
        }
        List<Item> items = cursor.at("FROM") || cursor.atEnd() ? List.of() : items();
        List<Source> from = cursor.accept("FROM") ? sources.list() : List.of();
        Optional<Node> where = clause("WHERE");
        List<Node> groupBy = cursor.accept("GROUP", "BY") ? groups() : List.of();
        Optional<Node> having = clause("HAVING");
        Map<String, Window> windows = new LinkedHashMap<>();
        if (cursor.accept("WINDOW")) {
            do {
                String name = cursor.name();
                cursor.expect("AS");
                cursor.expectSymbol("(");
                windows.put(name, expressions.calls().window());
            } while (cursor.acceptSymbol(","));
        }
        return new Select(distinct, on, items, from, where, groupBy, having, windows);
    }

    private Optional<Node> clause(String word) {
        return cursor.accept(word) ? Optional.of(expression()) : Optional.empty();
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        do {
            Node value = expression();
            String alias = "";
            if (cursor.accept("AS")) {
                alias = cursor.anyName();
            } else if (cursor.atName() && !cursor.grammar().labelStops().contains(cursor.word())) {
                alias = cursor.anyName();
            }
            items.add(new Item(value, alias));
        } while (cursor.acceptSymbol(","));
        return items;
    }

    private List<Node> groups() {
        if (cursor.at("DISTINCT")) {
            throw cursor.notUnderstood();
        }
        cursor.accept("ALL");
        List<Node> groups = new ArrayList<>();
        do {
            groups.add(group());
        } while (cursor.acceptSymbol(","));
        return groups;
    }

    private Node group() {
        if (cursor.accept("GROUPING", "SETS")) {
            return new Form(Shape.GROUPING_SETS, "", groupList());
        }
        if (cursor.at("ROLLUP") && cursor.peek(1).isSymbol("(")) {
            cursor.next();
            return new Form(Shape.ROLLUP, "", groupList());
        }
        if (cursor.at("CUBE") && cursor.peek(1).isSymbol("(")) {
            cursor.next();
            return new Form(Shape.CUBE, "", groupList());
        }
        if (cursor.atSymbol("(") && cursor.peek(1).isSymbol(")")) {
            cursor.next();
            cursor.next();
            return new Form(Shape.ROW, "", List.of());
        }
        return expression();
    }

    private List<Node> groupList() {
        List<Node> groups = new ArrayList<>();
        cursor.expectSymbol("(");
        do {
            groups.add(group());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return groups;
    }
}
