package dev.limbeck.analysis.calcite;

import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.sql.SqlNode;

/**
 * A query that Calcite is asked about.
 *
 * @param query the query
 * @param answered gets the kinds of its columns, where its names could be resolved
 */
record Question(SqlNode query, Consumer<List<Kind>> answered) {
    static Question of(SqlNode query) {
        return new Question(query, kinds -> {});
    }
}
