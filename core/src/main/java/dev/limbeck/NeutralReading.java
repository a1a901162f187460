package dev.limbeck;

import dev.limbeck.compare.NeutralSchema;
import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * A side of a comparison of several vendors, read.
 *
 * @param schema what it holds
 * @param notices what there is to say of it
 */
public record NeutralReading(NeutralSchema schema, List<Diagnostic> notices) {
    public NeutralReading {
        notices = List.copyOf(notices);
    }
}
