package dev.limbeck.autogenerate;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import java.nio.file.Path;
import java.util.List;

/**
 * Knows what a script's next statement does to a schema, without a database. Immutable: what a
 * statement sets for those after it is in the interpreter that the step returns.
 */
@FunctionalInterface
public interface ScriptInterpreter {
    /**
     * Returns what a schema is after a statement. Never throws for what a user wrote: what it can't
     * understand, and what a server would refuse, is a finding.
     *
     * @param before the schema at this point
     * @param statement a statement as it is sent
     * @param shown the file it stands in, for findings
     */
    Step apply(Schema before, Statement statement, Path shown);

    /**
     * One step of a replay.
     *
     * @param after the schema after the statement; where a finding is an error, as it was before
     * @param findings what there is to say
     * @param next the interpreter of the statements that follow in the same script
     */
    record Step(Schema after, List<Diagnostic> findings, ScriptInterpreter next) {
        public Step {
            findings = List.copyOf(findings);
        }

        /** Returns whether the statement can't run here. */
        public boolean failed() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }
}
