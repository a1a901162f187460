package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query behind a view. Two are equal when their texts are; an explicit list of names must be
 * folded into the text's canonical form.
 *
 * @param aliases the column names that stand before the query, as written; mostly empty
 * @param text the query itself
 * @param columns the columns it yields, in order, where they are known; otherwise empty
 */
public record Query(List<String> aliases, Expression text, List<OutputColumn> columns) {
    /**
     * A column that a query yields.
     *
     * @param name its name
     * @param type its type, where it is known
     */
    public record OutputColumn(String name, Optional<ColumnType> type) {}

    public Query {
        aliases = List.copyOf(aliases);
        columns = List.copyOf(columns);
    }

    /** Returns a query whose columns are not known. */
    public static Query of(Expression text) {
        return new Query(List.of(), text, List.of());
    }

    public Query withText(Expression newText) {
        return new Query(aliases, newText, columns);
    }

    public Query withColumns(List<OutputColumn> newColumns) {
        return new Query(aliases, text, newColumns);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
