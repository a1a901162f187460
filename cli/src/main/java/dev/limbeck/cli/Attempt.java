package dev.limbeck.cli;

import dev.limbeck.cli.command.Outcome;
import dev.limbeck.cli.print.Failure;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.error.ErrorCode;
import java.util.Optional;

/**
 * A command that ran in one environment, or on one of its databases.
 *
 * @param environment the name given with {@code -e}
 * @param target the database, where the command is for many
 * @param outcome how it ended
 * @param redactor knows the secrets it had to do with
 */
record Attempt(
        Optional<String> environment, Optional<String> target, Outcome outcome, Redactor redactor) {
    Attempt(Optional<String> environment, Outcome outcome, Redactor redactor) {
        this(environment, Optional.empty(), outcome, redactor);
    }

    /** Returns whether it was begun at all: after failures the rest of the databases is not. */
    boolean isBegun() {
        return outcome.failure()
                .map(Failure::of)
                .filter(failure -> failure.decisive().code() == ErrorCode.TARGET_NOT_BEGUN)
                .isEmpty();
    }

    /** Returns what it is called among others. */
    String name() {
        return environment
                .map(name -> target.map(of -> name + " " + of).orElse(name))
                .or(() -> target)
                .orElse("");
    }
}
