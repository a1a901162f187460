package dev.limbeck.autogenerate;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * What reading a side gave.
 *
 * @param schema its objects, not yet in normal form
 * @param findings what could not be read or is not certain, and which files were left out
 */
public record SchemaReading(Schema schema, List<Diagnostic> findings) {
    public SchemaReading {
        findings = List.copyOf(findings);
    }

    /** Returns the reading of a schema without objects. */
    public static SchemaReading empty() {
        return new SchemaReading(Schema.empty(), List.of());
    }
}
