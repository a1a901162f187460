package dev.limbeck.expression;

import dev.limbeck.expression.QueryTree.Body;
import dev.limbeck.expression.QueryTree.Derived;
import dev.limbeck.expression.QueryTree.Select;
import dev.limbeck.expression.QueryTree.Source;
import dev.limbeck.expression.QueryTree.Values;
import java.util.List;
import java.util.Optional;

/**
 * Rows as written, inside a selection of all their columns, which a server makes of them. Where
 * only the rows count, as behind {@code UNION}, they are the same without it.
 */
final class WrappedValues {
    private WrappedValues() {}

    /** Returns the rows inside a selection that only takes them; any other body as it is. */
    static Body opened(Body body) {
        if (!(body instanceof Select select) || select.from().size() != 1) {
            return body;
        }
        Source source = select.from().get(0);
        return rows(source)
                .filter(values -> takesAll(select, (Derived) source, values))
                .map(Body.class::cast)
                .orElse(body);
    }

    private static Optional<Values> rows(Source source) {
        return source instanceof Derived derived
                        && derived.query().isPlain()
                        && derived.alias().columns().isEmpty()
                        && derived.query().body() instanceof Values values
                ? Optional.of(values)
                : Optional.empty();
    }

    private static boolean takesAll(Select select, Derived source, Values values) {
        int width = values.rows().get(0).size();
        if (!isBare(select) || select.items().size() != width) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            List<String> path = List.of(source.alias().name(), "column" + (i + 1));
            if (!select.items().get(i).value().equals(new Node.Name(path))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBare(Select select) {
        return select.distinct().isEmpty()
                && select.where().isEmpty()
                && select.groupBy().isEmpty()
                && select.having().isEmpty();
    }
}
