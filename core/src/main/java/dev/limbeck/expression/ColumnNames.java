package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.QueryTree.Item;
import dev.limbeck.expression.QueryTree.Select;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that expressions have as output columns and as parts of indexes. */
public final class ColumnNames {
    /** The name of what has none. */
    private static final String NONE = "?column?";

    /** What types are called inside the server. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "integer", "int4",
                    "bigint", "int8",
                    "smallint", "int2",
                    "boolean", "bool",
                    "real", "float4",
                    "double precision", "float8",
                    "character varying", "varchar",
                    "character", "bpchar",
                    "timestamp with time zone", "timestamptz",
                    "timestamp without time zone", "timestamp");

    /** A name, and whether it is more than a way out. */
    private record Figure(String name, boolean strong) {}

    private ColumnNames() {}

    /** Returns the name of an output column that is given none. */
    static String of(Node node) {
        return figure(node).map(Figure::name).orElse(NONE);
    }

    /** Returns the name that an expression has as part of an index; empty where it has none. */
    public static Optional<String> ofIndexed(String text, SqlGrammar grammar) {
        return figure(ExpressionParser.parse(text, grammar)).map(Figure::name);
    }

    private static Optional<Figure> figure(Node node) {
        if (node instanceof Name name) {
            return strong(name.last());
        }
        if (node instanceof Call call) {
            return strong(call.last());
        }
        if (node instanceof Cast cast) {
            Optional<Figure> inner = figure(cast.operand());
            if (inner.filter(Figure::strong).isPresent()) {
                return inner;
            }
            String type = cast.type().name().name();
            return weak(TYPES.getOrDefault(type, type.replaceAll("[ \"].*", "")));
        }
        if (node instanceof Literal literal && literal.kind() == LiteralKind.BOOLEAN) {
            return weak("bool");
        }
        if (node instanceof Nested nested) {
            return ofQuery(nested.query());
        }
        return node instanceof Form form ? ofForm(form) : Optional.empty();
    }

    private static Optional<Figure> strong(String name) {
        return Optional.of(new Figure(name, true));
    }

    private static Optional<Figure> weak(String name) {
        return Optional.of(new Figure(name, false));
    }

    private static Optional<Figure> ofQuery(QueryTree query) {
        if (query.body() instanceof Select select && select.items().size() == 1) {
            Item item = select.items().get(0);
            return item.alias().isEmpty() ? figure(item.value()) : strong(item.alias());
        }
        return Optional.empty();
    }

    private static Optional<Figure> ofForm(Form form) {
        List<Node> operands = form.operands();
        return switch (form.shape()) {
            case CASE -> {
                Optional<Figure> otherwise = figure(operands.get(operands.size() - 1));
                yield otherwise.filter(Figure::strong).isPresent() ? otherwise : weak("case");
            }
            case ARRAY, ARRAY_OF -> strong("array");
            case ROW -> strong("row");
            case EXISTS -> strong("exists");
            case FIELD -> strong(form.detail());
            case SUBSCRIPT, COLLATE -> figure(form.first());
            default -> Optional.empty();
        };
    }
}
