package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import java.util.List;

/**
 * What reading every file brought to light.
 *
 * @param files number of files read
 * @param findings in the order of files and lines
 */
public record ValidationReport(int files, List<Diagnostic> findings) {
    public ValidationReport {
        findings = List.copyOf(findings);
    }
}
