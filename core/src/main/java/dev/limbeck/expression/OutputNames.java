package dev.limbeck.expression;

import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.QueryResolver.Output;
import java.util.List;
import java.util.Optional;

/** What GROUP BY, ORDER BY and DISTINCT ON mean by the names and places of output columns. */
final class OutputNames {
    private final List<Output> outputs;
    private final List<Node> nodes;
    private final Canonicalizer canonicalizer;
    private final Scope scope;

    OutputNames(List<Output> outputs, List<Node> nodes, Canonicalizer canonicalizer, Scope scope) {
        this.outputs = outputs;
        this.nodes = nodes;
        this.canonicalizer = canonicalizer;
        this.scope = scope;
    }

    /** Returns what rows are sorted by: an output column before one of the sources. */
    Node sorted(Node key) {
        return byPlace(key).or(() -> byName(key)).orElseGet(() -> canonicalizer.output(key).node());
    }

    /** Returns what rows are grouped by: a column of the sources before one of the output. */
    Node grouped(Node key) {
        if (key instanceof Form form
                && (form.shape() == Shape.GROUPING_SETS
                        || form.shape() == Shape.ROLLUP
                        || form.shape() == Shape.CUBE
                        || form.shape() == Shape.ROW)) {
            return form.mapChildren(this::grouped);
        }
        Optional<Node> place = byPlace(key);
        if (place.isPresent()) {
            return place.get();
        }
        boolean ofSource = key instanceof Name name && scope.resolve(name.path()).isPresent();
        return ofSource
                ? canonicalizer.output(key).node()
                : byName(key).orElseGet(() -> canonicalizer.output(key).node());
    }

    private Optional<Node> byPlace(Node key) {
        if (!QueryResolver.isWholeNumber(key)) {
            return Optional.empty();
        }
        int place = Integer.parseInt(((Literal) key).value());
        return place >= 1 && place <= nodes.size()
                ? Optional.of(nodes.get(place - 1))
                : Optional.empty();
    }

    private Optional<Node> byName(Node key) {
        if (key instanceof Name name && name.path().size() == 1) {
            for (int i = 0; i < outputs.size(); i++) {
                if (outputs.get(i).name().equals(name.last())) {
                    return Optional.of(nodes.get(i));
                }
            }
        }
        return Optional.empty();
    }
}
