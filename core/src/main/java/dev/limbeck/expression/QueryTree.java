package dev.limbeck.expression;

import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param with the queries it names first, in order
 * @param recursive whether those may refer to themselves
 * @param limit the greatest number of rows; absent: all
 * @param limitWords what stands behind a limit ({@code WITH TIES}), or empty
 * @param locking the locking clauses as canonical text, or empty
 */
public record QueryTree(
        List<Named> with,
        boolean recursive,
        Body body,
        List<SortItem> order,
        Optional<Node> limit,
        String limitWords,
        Optional<Node> offset,
        String locking) {
    public QueryTree {
        with = List.copyOf(with);
        order = List.copyOf(order);
    }

    static QueryTree of(Body body) {
        return new QueryTree(
                List.of(), false, body, List.of(), Optional.empty(), "", Optional.empty(), "");
    }

    /** Returns whether it is nothing but its body. */
    boolean isPlain() {
        return with.isEmpty()
                && order.isEmpty()
                && limit.isEmpty()
                && offset.isEmpty()
                && locking.isEmpty();
    }

    /**
     * A query with a name.
     *
     * @param words {@code MATERIALIZED}, {@code NOT MATERIALIZED} or empty
     */
    public record Named(String name, List<String> columns, String words, QueryTree query) {
        public Named {
            columns = List.copyOf(columns);
        }
    }

    /** What rows come from. */
    public sealed interface Body {}

    /**
     * An output column.
     *
     * @param alias the name as given, or empty
     */
    public record Item(Node value, String alias) {}

    /**
     * A selection.
     *
     * @param distinct {@code DISTINCT} or empty
     * @param distinctOn what rows are distinct by, where that is said
     */
    public record Select(
            String distinct,
            List<Node> distinctOn,
            List<Item> items,
            List<Source> from,
            Optional<Node> where,
            List<Node> groupBy,
            Optional<Node> having,
            Map<String, Window> windows)
            implements Body {
        public Select {
            distinctOn = List.copyOf(distinctOn);
            items = List.copyOf(items);
            from = List.copyOf(from);
            groupBy = List.copyOf(groupBy);
        }
    }

    /**
     * Two queries' rows together.
     *
     * @param operator {@code UNION}, {@code UNION ALL}, …
     */
    public record SetOperation(String operator, QueryTree left, QueryTree right) implements Body {}

    /** Rows as written. */
    public record Values(List<List<Node>> rows) implements Body {
        public Values {
            rows = List.copyOf(rows);
        }
    }

    /** A query in parentheses. */
    public record Enclosed(QueryTree query) implements Body {}

    /** What stands in {@code FROM}. */
    public sealed interface Source {}

    /**
     * How a source is called.
     *
     * @param name the alias, or empty
     * @param columns its columns' names, as far as given
     */
    public record Alias(String name, List<String> columns) {
        static final Alias NONE = new Alias("", List.of());

        public Alias {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A table, a view or a named query.
     *
     * @param words {@code ONLY} before and {@code TABLESAMPLE …} behind as canonical text, or empty
     * @param place where its name stands with its qualifiers; it has no say in what is equal
     */
    public record Relation(List<String> path, String words, Alias alias, Place place)
            implements Source {
        public Relation {
            path = List.copyOf(path);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Relation that
                    && path.equals(that.path)
                    && words.equals(that.words)
                    && alias.equals(that.alias);
        }

        @Override
        public int hashCode() {
            return Objects.hash(path, words, alias);
        }
    }

    /** A query in {@code FROM}. */
    public record Derived(QueryTree query, boolean lateral, Alias alias) implements Source {}

    /**
     * A function's rows.
     *
     * @param calls one call, or several side by side
     * @param words {@code WITH ORDINALITY} or empty
     * @param types for a function whose columns are declared here their types by place
     */
    public record Rows(
            List<Node> calls, boolean lateral, String words, Alias alias, List<SqlType> types)
            implements Source {
        public Rows {
            calls = List.copyOf(calls);
            types = List.copyOf(types);
        }
    }

    /**
     * Two sources joined.
     *
     * @param kind {@code INNER}, {@code LEFT}, {@code RIGHT}, {@code FULL}, {@code CROSS}
     * @param natural whether on all columns of the same name
     * @param using the columns both have
     */
    public record Join(
            String kind,
            boolean natural,
            List<String> using,
            Optional<Node> on,
            Source left,
            Source right,
            Alias alias)
            implements Source {
        public Join {
            using = List.copyOf(using);
        }
    }
}
