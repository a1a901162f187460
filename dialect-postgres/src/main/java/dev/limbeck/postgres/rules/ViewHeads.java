package dev.limbeck.postgres.rules;

import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.Query;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells whether two queries yield the same columns, so that a view can be replaced by another. */
final class ViewHeads {
    /** What begins the part of a query that has no say in its columns. */
    private static final Set<String> TAIL =
            Set.of(
                    "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH",
                    "FOR");

    private static final Set<String> SETS = Set.of("UNION", "INTERSECT", "EXCEPT");

    private ViewHeads() {}

    static boolean same(Query before, Query after) {
        boolean known =
                !before.columns().isEmpty()
                        && !after.columns().isEmpty()
                        && before.columns().stream().allMatch(column -> column.type().isPresent())
                        && after.columns().stream().allMatch(column -> column.type().isPresent());
        return known
                ? before.columns().equals(after.columns())
                : head(before).equals(head(after)) && !head(before).isEmpty();
    }

    /** Returns the words up to the first condition; none where that doesn't tell the columns. */
    private static List<String> head(Query query) {
        List<String> words = new ArrayList<>(query.aliases());
        int depth = 0;
        boolean complete = false;
        for (SqlToken token : SqlText.tokens(query.text().canonical())) {
            depth += SqlText.depth(token);
            if (depth == 0 && SqlText.isOneOf(token, SETS)) {
                return List.of();
            }
            complete |= depth == 0 && SqlText.isOneOf(token, TAIL);
            if (!complete) {
                words.add(token.text());
            }
        }
        return words;
    }
}
