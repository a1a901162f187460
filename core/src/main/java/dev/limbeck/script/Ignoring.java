package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.sql.Statement;

/** What {@code -- limbeck: ignore RULE reason} silences. */
public final class Ignoring {
    private Ignoring() {}

    /**
     * Returns whether a statement's directives silence a finding about it. What keeps a script from
     * being run as it stands is never silenced; what only a parser says is, however sure it is,
     * since the server is the judge.
     */
    public static boolean silences(Statement statement, Diagnostic finding) {
        return (finding.severity() != Severity.ERROR || finding.code() == ErrorCode.SYNTAX)
                && statement.directives().stream()
                        .filter(directive -> directive.name().equals("ignore"))
                        .map(directive -> directive.argument().split("\\s", 2)[0])
                        .anyMatch(rule -> rule.equalsIgnoreCase(finding.code().id()));
    }
}
