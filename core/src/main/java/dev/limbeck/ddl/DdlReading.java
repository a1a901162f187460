package dev.limbeck.ddl;

import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * What one statement does.
 *
 * @param changes the changes it makes, in order; none where it has an error
 * @param schema the schema after them
 * @param findings what is wrong with it, or can't be known
 * @param elements what it defines, in order of place
 * @param session what it leaves set for the statements after it
 */
public record DdlReading(
        List<SchemaChange> changes,
        Schema schema,
        List<DdlFinding> findings,
        List<DdlElement> elements,
        DdlSession session) {
    public DdlReading {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        elements = List.copyOf(elements);
    }
}
