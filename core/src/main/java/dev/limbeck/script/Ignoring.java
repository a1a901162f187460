package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.sql.Statement;

/** What {@code -- limbeck: ignore RULE reason} silences. */
public final class Ignoring {
    private Ignoring() {}

    /**
     * Returns whether a statement's directives silence a finding about it. An error is never
     * silenced: what it reports can't be run.
     */
    public static boolean silences(Statement statement, Diagnostic finding) {
        return finding.severity() != Severity.ERROR
                && statement.directives().stream()
                        .filter(directive -> directive.name().equals("ignore"))
                        .map(directive -> directive.argument().split("\\s", 2)[0])
                        .anyMatch(rule -> rule.equals(finding.code().id()));
    }
}
