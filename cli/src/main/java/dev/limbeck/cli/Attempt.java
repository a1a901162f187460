package dev.limbeck.cli;

import dev.limbeck.cli.command.Outcome;
import dev.limbeck.cli.print.Redactor;
import java.util.Optional;

/**
 * A command that ran in one environment.
 *
 * @param environment the name given with {@code -e}
 * @param outcome how it ended
 * @param redactor knows the secrets it had to do with
 */
record Attempt(Optional<String> environment, Outcome outcome, Redactor redactor) {}
