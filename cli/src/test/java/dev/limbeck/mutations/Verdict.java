package dev.limbeck.mutations;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.ValidationRequest;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.Severity;
import dev.limbeck.proof.DownProof;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the commands that need no database complain of.
 *
 * @param validate errors and warnings
 * @param verify what is not settled
 * @param check changes between the end of the chain and the desired schema
 */
record Verdict(Set<String> validate, Set<String> verify, Set<String> check) {
    /** Asks the commands about a project. */
    static Verdict of(Limbeck limbeck, String dialect) {
        return new Verdict(
                limbeck
                        .validate(ValidationRequest.standard().on(List.of(dialect)))
                        .findings()
                        .stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(Verdict::line)
                        .collect(Collectors.toCollection(TreeSet::new)),
                limbeck.verify(List.of(), List.of(dialect)).stream()
                        .filter(proof -> !proof.isSettled())
                        .map(Verdict::line)
                        .collect(Collectors.toCollection(TreeSet::new)),
                changes(limbeck, dialect));
    }

    private static String line(Diagnostic finding) {
        return finding.where().map(where -> where.file() + ": ").orElse("") + finding.message();
    }

    private static String line(DownProof proof) {
        return proof.revision() + " " + proof.verdict() + " " + proof.differences();
    }

    private static Set<String> changes(Limbeck limbeck, String dialect) {
        try {
            return limbeck
                    .compare(
                            ComparisonRequest.of(
                                            new Side.Chain(Optional.empty()), new Side.Desired())
                                    .through(Optional.of(dialect)))
                    .changes()
                    .stream()
                    .map(report -> report.change().summary())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (LimbeckException refused) {
            return Set.of("refused");
        }
    }

    /** Returns what is new against what was said before. */
    Verdict beyond(Verdict before) {
        return new Verdict(
                beyond(validate, before.validate),
                beyond(verify, before.verify),
                beyond(check, before.check));
    }

    private static Set<String> beyond(Set<String> now, Set<String> before) {
        Set<String> added = new TreeSet<>(now);
        added.removeAll(before);
        return added;
    }

    boolean saysNothing() {
        return validate.isEmpty() && verify.isEmpty() && check.isEmpty();
    }
}
