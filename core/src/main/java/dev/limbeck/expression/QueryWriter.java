package dev.limbeck.expression;

import dev.limbeck.expression.QueryTree.Alias;
import dev.limbeck.expression.QueryTree.Body;
import dev.limbeck.expression.QueryTree.Derived;
import dev.limbeck.expression.QueryTree.Enclosed;
import dev.limbeck.expression.QueryTree.Item;
import dev.limbeck.expression.QueryTree.Join;
import dev.limbeck.expression.QueryTree.Named;
import dev.limbeck.expression.QueryTree.Relation;
import dev.limbeck.expression.QueryTree.Rows;
import dev.limbeck.expression.QueryTree.Select;
import dev.limbeck.expression.QueryTree.SetOperation;
import dev.limbeck.expression.QueryTree.Source;
import dev.limbeck.expression.QueryTree.Values;

/** Writes queries so that two different ones are two different texts. */
final class QueryWriter {
    private final NodeWriter nodes;

    QueryWriter(NodeWriter nodes) {
        this.nodes = nodes;
    }

    String write(QueryTree query) {
        StringBuilder text = new StringBuilder();
        if (!query.with().isEmpty()) {
            text.append(query.recursive() ? "WITH RECURSIVE " : "WITH ");
            text.append(NodeWriter.list(query.with(), this::named)).append(' ');
        }
        text.append(body(query.body()));
        if (!query.order().isEmpty()) {
            text.append(" ORDER BY ").append(nodes.sort(query.order()));
        }
        query.offset().ifPresent(offset -> text.append(" OFFSET ").append(nodes.write(offset)));
        query.limit().ifPresent(limit -> text.append(" LIMIT ").append(nodes.write(limit)));
        text.append(query.limitWords().isEmpty() ? "" : " " + query.limitWords());
        text.append(query.locking().isEmpty() ? "" : " {" + query.locking() + "}");
        return text.toString();
    }

    private String named(Named named) {
        return nodes.name(named.name())
                + (named.columns().isEmpty() ? "" : "(" + nodes.names(named.columns()) + ")")
                + " AS "
                + (named.words().isEmpty() ? "" : named.words() + " ")
                + "("
                + write(named.query())
                + ")";
    }

    private String body(Body body) {
        if (body instanceof Select select) {
            return select(select);
        }
        if (body instanceof SetOperation operation) {
            return "("
                    + write(operation.left())
                    + " "
                    + operation.operator()
                    + " "
                    + write(operation.right())
                    + ")";
        }
        if (body instanceof Enclosed enclosed) {
            return "(" + write(enclosed.query()) + ")";
        }
        return "VALUES "
                + NodeWriter.list(((Values) body).rows(), row -> "(" + nodes.list(row) + ")");
    }

    private String select(Select select) {
        StringBuilder text = new StringBuilder("SELECT ");
        text.append(select.distinct()).append(select.distinct().isEmpty() ? "" : " ");
        if (!select.distinctOn().isEmpty()) {
            text.append("ON (").append(nodes.list(select.distinctOn())).append(") ");
        }
        text.append(NodeWriter.list(select.items(), this::item));
        if (!select.from().isEmpty()) {
            text.append(" FROM ").append(NodeWriter.list(select.from(), this::source));
        }
        select.where().ifPresent(where -> text.append(" WHERE ").append(nodes.write(where)));
        if (!select.groupBy().isEmpty()) {
            text.append(" GROUP BY ").append(nodes.list(select.groupBy()));
        }
        select.having().ifPresent(having -> text.append(" HAVING ").append(nodes.write(having)));
        if (!select.windows().isEmpty()) {
            text.append(" WINDOW ")
                    .append(
                            NodeWriter.list(
                                    select.windows().entrySet(),
                                    window ->
                                            nodes.name(window.getKey())
                                                    + " AS ("
                                                    + nodes.window(window.getValue())
                                                    + ")"));
        }
        return text.toString();
    }

    private String item(Item item) {
        String alias = item.alias().isEmpty() ? "" : " AS " + nodes.name(item.alias());
        return nodes.write(item.value()) + alias;
    }

    private String source(Source source) {
        if (source instanceof Relation relation) {
            String words = relation.words().isEmpty() ? "" : " {" + relation.words() + "}";
            return nodes.path(relation.path()) + words + alias(relation.alias());
        }
        if (source instanceof Derived derived) {
            return (derived.lateral() ? "LATERAL (" : "(")
                    + write(derived.query())
                    + ")"
                    + alias(derived.alias());
        }
        if (source instanceof Rows rows) {
            String types = rows.types().isEmpty() ? "" : rows.types().toString();
            return (rows.lateral() ? "LATERAL " : "")
                    + "ROWS("
                    + nodes.list(rows.calls())
                    + ") "
                    + rows.words()
                    + alias(rows.alias())
                    + types;
        }
        return join((Join) source);
    }

    private String join(Join join) {
        StringBuilder text = new StringBuilder("(").append(source(join.left()));
        text.append(join.natural() ? " NATURAL " : " ").append(join.kind()).append(" JOIN ");
        text.append(source(join.right()));
        join.on().ifPresent(on -> text.append(" ON ").append(nodes.write(on)));
        if (!join.using().isEmpty()) {
            text.append(" USING (").append(nodes.names(join.using())).append(")");
        }
        return text.append(")").append(alias(join.alias())).toString();
    }

    private String alias(Alias alias) {
        if (alias.name().isEmpty() && alias.columns().isEmpty()) {
            return "";
        }
        String columns = alias.columns().isEmpty() ? "" : "(" + nodes.names(alias.columns()) + ")";
        return " AS " + nodes.name(alias.name()) + columns;
    }
}
