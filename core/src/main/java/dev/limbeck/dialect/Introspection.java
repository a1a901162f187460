package dev.limbeck.dialect;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * What reading a catalog gave.
 *
 * @param schema the objects
 * @param queries how many catalog queries it took
 * @param notices what could not be read, for want of rights or of understanding
 */
public record Introspection(Schema schema, int queries, List<Diagnostic> notices) {
    public Introspection {
        notices = List.copyOf(notices);
    }
}
