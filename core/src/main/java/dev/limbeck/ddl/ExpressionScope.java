package dev.limbeck.ddl;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What the names in a text can mean.
 *
 * @param schema the objects there are
 * @param session where bare names are looked for
 * @param relation the relation whose columns stand as bare names, where there is one
 * @param columns the names of its columns
 */
public record ExpressionScope(
        Schema schema, DdlSession session, Optional<QualifiedName> relation, List<String> columns) {
    public ExpressionScope {
        columns = List.copyOf(columns);
    }

    /** Returns the scope of a text that belongs to no relation, a query for example. */
    public static ExpressionScope free(Schema schema, DdlSession session) {
        return new ExpressionScope(schema, session, Optional.empty(), List.of());
    }
}
