package dev.limbeck.cli.command;

import dev.limbeck.error.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param exitCode what the process ends with
 * @param answer what it has to say, also where a failure left only a part of it
 * @param warnings what a person should look at
 * @param failure what went wrong
 */
public record Outcome(
        ExitCode exitCode,
        Optional<Answer> answer,
        List<Diagnostic> warnings,
        Optional<Throwable> failure) {
    public Outcome {
        warnings = List.copyOf(warnings);
    }

    /** Returns the outcome of a command that did what it was asked. */
    public static Outcome of(Answer answer) {
        return new Outcome(ExitCode.DONE, Optional.of(answer), List.of(), Optional.empty());
    }

    /** Returns the outcome of a command that failed before it had an answer. */
    public static Outcome failed(Throwable failure) {
        return new Outcome(ExitCode.of(failure), Optional.empty(), List.of(), Optional.of(failure));
    }

    /** Returns this outcome with what was answered up to the failure. */
    public Outcome withAnswer(Answer partial) {
        return new Outcome(exitCode, Optional.of(partial), warnings, failure);
    }

    /** Returns this outcome, ending with another code. */
    public Outcome endingWith(ExitCode code) {
        return new Outcome(code, answer, warnings, failure);
    }

    /** Returns this outcome with further warnings. */
    public Outcome warning(List<Diagnostic> further) {
        List<Diagnostic> all = new ArrayList<>(warnings);
        all.addAll(further);
        return new Outcome(exitCode, answer, all, failure);
    }
}
