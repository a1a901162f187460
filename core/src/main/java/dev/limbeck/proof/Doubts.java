package dev.limbeck.proof;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What findings of a replay mean for a proof. */
final class Doubts {
    private static final Set<ErrorCode> CERTAIN =
            Set.of(ErrorCode.OBJECT_MISSING, ErrorCode.OBJECT_EXISTS, ErrorCode.STILL_REFERENCED);

    private Doubts() {}

    /** Returns whether the statement would run into it on any server. */
    static boolean isCertain(Diagnostic finding) {
        return finding.severity() == Severity.ERROR && CERTAIN.contains(finding.code());
    }

    /** Returns the first finding because of which the outcome is not known. */
    static Optional<String> first(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .findFirst()
                .map(Doubts::said);
    }

    /** Returns a finding with its place, in one line. */
    static String said(Diagnostic finding) {
        return finding.where().map(where -> where + ": ").orElse("") + finding.message();
    }
}
