package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.CallTail;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.Node.Raw;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.Node.Window;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes trees so that two different ones are two different texts: keywords in upper case,
 * parentheses around every operation, leaves that aren't understood in braces.
 */
final class NodeWriter {
    private final UnaryOperator<String> fold;
    private final QueryWriter queries = new QueryWriter(this);

    NodeWriter(UnaryOperator<String> fold) {
        this.fold = fold;
    }

    String write(Node node) {
        if (node instanceof Literal literal) {
            return literal.kind() == LiteralKind.STRING ? quoted(literal.value()) : literal.value();
        }
        if (node instanceof Name name) {
            return path(name.path());
        }
        if (node instanceof Star star) {
            return star.qualifier().isEmpty() ? "*" : path(star.qualifier()) + ".*";
        }
        if (node instanceof Call call) {
            return call(call);
        }
        if (node instanceof Cast cast) {
            return operand(cast.operand()) + "::" + cast.type();
        }
        if (node instanceof Form form) {
            return form(form);
        }
        if (node instanceof Nested nested) {
            return "(" + queries.write(nested.query()) + ")";
        }
        return "{" + ((Raw) node).text() + "}";
    }

    String query(QueryTree query) {
        return queries.write(query);
    }

    private String operand(Node node) {
        String text = write(node);
        return node instanceof Literal literal && !literal.value().startsWith("-")
                ? text
                : "(" + text + ")";
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Writes a name: bare where a bare word means it and can't be taken for a keyword. */
    String name(String name) {
        return name.matches("[a-z_][a-z0-9_$]*") && fold.apply(name).equals(name)
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    String path(List<String> path) {
        return path.stream().map(this::name).collect(Collectors.joining("."));
    }

    String names(List<String> names) {
        return list(names, this::name);
    }

    String list(Collection<? extends Node> nodes) {
        return list(nodes, this::write);
    }

    static <T> String list(Collection<? extends T> items, Function<T, String> write) {
        return items.stream().map(write).collect(Collectors.joining(", "));
    }

    private String call(Call call) {
        CallTail tail = call.tail();
        StringBuilder text = new StringBuilder(path(call.name())).append('(');
        text.append(tail.words()).append(tail.words().isEmpty() ? "" : " ");
        text.append(list(call.arguments()));
        if (!tail.order().isEmpty()) {
            text.append(" ORDER BY ").append(sort(tail.order()));
        }
        text.append(')');
        if (!tail.withinGroup().isEmpty()) {
            text.append(" WITHIN GROUP (ORDER BY ").append(sort(tail.withinGroup())).append(')');
        }
        tail.filter().ifPresent(f -> text.append(" FILTER (WHERE ").append(write(f)).append(')'));
        tail.over().ifPresent(w -> text.append(" OVER (").append(window(w)).append(')'));
        return text.toString();
    }

    String window(Window window) {
        StringBuilder text = new StringBuilder();
        text.append(window.base().isEmpty() ? "" : name(window.base()));
        if (!window.partition().isEmpty()) {
            text.append(" PARTITION BY ").append(list(window.partition()));
        }
        if (!window.order().isEmpty()) {
            text.append(" ORDER BY ").append(sort(window.order()));
        }
        return text.append(' ').append(window.frame()).toString().strip();
    }

    String sort(List<SortItem> items) {
        return list(items, this::sort);
    }

    private String sort(SortItem item) {
        return write(item.key())
                + (item.operator().isEmpty() ? "" : " USING " + item.operator())
                + (item.descending() ? " DESC" : "")
                + (item.nulls().isEmpty() ? "" : " NULLS " + item.nulls());
    }

    private String form(Form form) {
        List<Node> operands = form.operands();
        return switch (form.shape()) {
            case AND, OR -> joined(operands, " " + form.shape() + " ");
            case NOT -> "(NOT " + write(form.first()) + ")";
            case BINARY -> joined(operands, " " + form.detail() + " ");
            case PREFIX -> "(" + form.detail() + " " + write(form.first()) + ")";
            case IN ->
                    "("
                            + write(form.first())
                            + " "
                            + form.detail()
                            + " IN ("
                            + list(rest(operands))
                            + "))";
            case ANY, ALL ->
                    "("
                            + write(form.first())
                            + " "
                            + form.detail()
                            + " "
                            + form.shape()
                            + " ("
                            + write(operands.get(1))
                            + "))";
            case BETWEEN ->
                    "("
                            + write(form.first())
                            + " BETWEEN "
                            + form.detail()
                            + " "
                            + joined(rest(operands), " AND ")
                            + ")";
            case IS -> "(" + write(form.first()) + " IS " + form.detail() + ")";
            case DISTINCT -> joined(operands, " IS DISTINCT FROM ");
            case CASE -> caseForm(form);
            case ARRAY -> "ARRAY[" + list(operands) + "]";
            case ROW -> "ROW(" + list(operands) + ")";
            case SUBSCRIPT ->
                    "("
                            + write(form.first())
                            + ")["
                            + NodeWriter.<Node>list(rest(operands), this::write)
                                    .replace(", ", form.detail().isEmpty() ? ", " : " : ")
                            + "]";
            case FIELD -> "(" + write(form.first()) + ")." + name(form.detail());
            case ALL_FIELDS -> "(" + write(form.first()) + ").*";
            case COLLATE -> "(" + write(form.first()) + " COLLATE " + name(form.detail()) + ")";
            case NAMED -> name(form.detail()) + " => " + write(form.first());
            case EXISTS -> "EXISTS " + write(form.first());
            case ARRAY_OF -> "ARRAY " + write(form.first());
            case GROUPING_SETS -> "GROUPING SETS (" + list(operands) + ")";
            case ROLLUP, CUBE -> form.shape() + " (" + list(operands) + ")";
            case ABSENT -> "";
        };
    }

    private String joined(List<Node> operands, String between) {
        return operands.stream().map(this::write).collect(Collectors.joining(between, "(", ")"));
    }

    private static List<Node> rest(List<Node> operands) {
        return operands.subList(1, operands.size());
    }

    private String caseForm(Form form) {
        StringBuilder text = new StringBuilder("CASE");
        int next = 0;
        if (!form.detail().isEmpty()) {
            text.append(' ').append(write(form.operands().get(next++)));
        }
        while (next + 2 <= form.operands().size() - 1) {
            text.append(" WHEN ").append(write(form.operands().get(next)));
            text.append(" THEN ").append(write(form.operands().get(next + 1)));
            next += 2;
        }
        return text.append(" ELSE ")
                .append(write(form.operands().get(next)))
                .append(" END")
                .toString();
    }
}
