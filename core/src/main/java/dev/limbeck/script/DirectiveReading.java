package dev.limbeck.script;

import dev.limbeck.config.DurationText;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import dev.limbeck.sql.Directive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the {@code -- limbeck: …} lines of one script ask for. How {@code delimiter} and {@code
 * statement} guide splitting is the splitter's affair.
 */
final class DirectiveReading {
    private static final List<String> NAMES =
            List.of(
                    "transaction",
                    "delimiter",
                    "statement",
                    "vars",
                    "lock-timeout",
                    "statement-timeout",
                    "irreversible",
                    "effect",
                    "renamed-from",
                    "ignore");

    private final Path shown;
    private final Direction direction;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Diagnostic> ofSchemas = new ArrayList<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private boolean transactionOff;
    private Optional<Duration> lockTimeout = Optional.empty();
    private Optional<Duration> statementTimeout = Optional.empty();
    private Optional<Irreversible> irreversible = Optional.empty();

    DirectiveReading(Path shown, Direction direction) {
        this.shown = shown;
        this.direction = direction;
    }

    /** Takes in a directive before, or inside, a statement. */
    void beforeStatement(Directive directive) {
        switch (directive.name()) {
            case "transaction" -> transaction(directive);
            case "vars" -> vars(directive);
            case "lock-timeout" -> lockTimeout = duration(directive).or(() -> lockTimeout);
            case "statement-timeout" ->
                    statementTimeout = duration(directive).or(() -> statementTimeout);
            case "irreversible" -> irreversible(directive);
            case "effect" -> requireArgument(directive, "for example: effect CREATE TABLE …");
            case "ignore" -> requireArgument(directive, "for example: ignore LMB-217 REASON");
            case "renamed-from" -> renamedFrom(directive);
            case "delimiter", "statement" -> {
                // Checked by the splitter.
            }
            default -> unknown(directive);
        }
    }

    /** Takes in a directive that no statement follows. */
    void afterStatements(Directive directive) {
        beforeStatement(directive);
        if (directive.name().equals("effect") || directive.name().equals("ignore")) {
            invalid(
                    directive,
                    "'" + directive.name() + "' belongs before a statement, and none follows",
                    "move it to the line before the statement");
        }
    }

    private void transaction(Directive directive) {
        if (directive.argument().equals("off")) {
            transactionOff = true;
        } else {
            invalid(
                    directive,
                    "'transaction' is followed by 'off'",
                    "without the directive a script runs in a transaction where the database"
                            + " can do that");
        }
    }

    private Optional<Duration> duration(Directive directive) {
        Optional<Duration> duration = DurationText.parse(directive.argument());
        if (duration.isEmpty()) {
            invalid(
                    directive,
                    "'" + directive.name() + "' is followed by a duration",
                    DurationText.EXAMPLES + "; 0 waits as long as it takes");
        }
        return duration;
    }

    private void vars(Directive directive) {
        if (directive.argument().isEmpty()) {
            invalid(directive, "'vars' names no variable", "for example: vars tenant, region");
            return;
        }
        for (String part : directive.argument().split(",", -1)) {
            String name = part.strip();
            if (VariableUse.isName(name)) {
                variables.add(name);
            } else {
                invalid(
                        directive,
                        "'" + name + "' is no variable's name",
                        "a name has letters, digits and '_', and does not begin with a digit");
            }
        }
    }

    private void irreversible(Directive directive) {
        if (direction == Direction.DOWN) {
            invalid(
                    directive,
                    "'irreversible' has no meaning in a down script",
                    "write it into the up script, in place of a down script");
            return;
        }
        if (requireArgument(directive, "say why: irreversible REASON") && irreversible.isEmpty()) {
            irreversible =
                    Optional.of(
                            new Irreversible(
                                    directive.argument(),
                                    at(directive, directive.span().column())));
        }
    }

    /** It changes nothing here, so it is no reason to stop. */
    private void renamedFrom(Directive directive) {
        Diagnostic misplaced =
                Diagnostic.warning(
                                ErrorCode.DIRECTIVE_INVALID,
                                "'renamed-from' belongs into the desired schema, not into a"
                                        + " revision",
                                at(directive, directive.span().column()))
                        .withHint("write the ALTER … RENAME itself here");
        findings.add(misplaced);
        ofSchemas.add(misplaced);
    }

    private boolean requireArgument(Directive directive, String advice) {
        if (directive.argument().isEmpty()) {
            invalid(directive, "'" + directive.name() + "' is followed by nothing", advice);
        }
        return !directive.argument().isEmpty();
    }

    private void invalid(Directive directive, String message, String hint) {
        findings.add(
                Diagnostic.error(
                                ErrorCode.DIRECTIVE_INVALID,
                                message,
                                at(directive, directive.argumentColumn()))
                        .withHint(hint));
    }

    private void unknown(Directive directive) {
        String message =
                directive.name().isEmpty()
                        ? "a directive's name is missing"
                        : "there is no directive '" + directive.name() + "'";
        findings.add(
                Diagnostic.error(
                                ErrorCode.DIRECTIVE_UNKNOWN,
                                message,
                                at(directive, directive.span().column()))
                        .withHint(
                                Suggestion.hint(directive.name(), NAMES)
                                        .orElse("known are " + String.join(", ", NAMES))));
    }

    private SourceLocation at(Directive directive, int column) {
        return new SourceLocation(shown, directive.span().line(), column);
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /** Returns what is wrong with directives that only files of the desired schema may have. */
    List<Diagnostic> ofSchemas() {
        return ofSchemas;
    }

    /** Returns the names declared, in the order written. */
    List<String> variables() {
        return List.copyOf(variables);
    }

    boolean transactionOff() {
        return transactionOff;
    }

    Optional<Duration> lockTimeout() {
        return lockTimeout;
    }

    Optional<Duration> statementTimeout() {
        return statementTimeout;
    }

    Optional<Irreversible> irreversible() {
        return irreversible;
    }
}
