package dev.limbeck.sql;

import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * A script cut into statements.
 *
 * @param statements in order of place
 * @param trailingDirectives the directives after the last statement
 * @param findings what is wrong with the script, in the order it was found
 */
public record SplitScript(
        List<Statement> statements, List<Directive> trailingDirectives, List<Diagnostic> findings) {
    public SplitScript {
        statements = List.copyOf(statements);
        trailingDirectives = List.copyOf(trailingDirectives);
        findings = List.copyOf(findings);
    }
}
