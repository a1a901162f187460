package dev.limbeck.dialect;

import dev.limbeck.diff.SchemaChange;
import java.util.List;

/** Writes changes as the SQL of one database, as a person would have written it. */
public interface SqlRenderer {
    /**
     * Returns the statements that make the changes, in order. Several changes of one table may
     * share a statement; each change is made by at least one.
     */
    List<RenderedStatement> render(List<SchemaChange> changes);
}
