package dev.limbeck.dialect;

import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Schema;
import java.util.List;

/** Writes changes as the SQL of one database, as a person would have written it. */
public interface SqlRenderer {
    /**
     * Returns the statements that make the changes, in order. Several changes of one table may
     * share a statement; each change is made by at least one.
     */
    List<RenderedStatement> render(List<SchemaChange> changes);

    /**
     * Returns the statements that make the changes, in order, on a database whose statements have
     * to repeat what stays as it is.
     *
     * @param before the schema that the changes begin at, in normal form
     */
    default List<RenderedStatement> render(Schema before, List<SchemaChange> changes) {
        return render(changes);
    }
}
