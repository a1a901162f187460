package dev.limbeck.proof;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Migration;
import dev.limbeck.script.ScriptFile;
import java.util.List;
import java.util.Optional;

/**
 * A revision and the schemas around it.
 *
 * @param migration the revision
 * @param up its script for the database; empty where it has none, or runs nothing there
 * @param before what is there before it
 * @param after what it makes of that
 * @param findings what there is to say of its up script
 */
public record Stage(
        Migration migration,
        Optional<ScriptFile> up,
        Schema before,
        Schema after,
        List<Diagnostic> findings) {
    public Stage {
        findings = List.copyOf(findings);
    }

    /** Returns which revision it is. */
    public RevisionId id() {
        return migration.revision().id();
    }
}
