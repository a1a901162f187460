package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What reading every file brought to light.
 *
 * @param files number of files read
 * @param findings in the order of files and lines
 * @param notReplayed why statements were not checked against the schema they meet; empty where they
 *     were
 */
public record ValidationReport(int files, List<Diagnostic> findings, Optional<String> notReplayed) {
    public ValidationReport {
        findings = List.copyOf(findings);
    }
}
