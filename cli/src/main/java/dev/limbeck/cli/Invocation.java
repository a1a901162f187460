package dev.limbeck.cli;

import dev.limbeck.ToolVersion;
import dev.limbeck.cli.CommandLineReader.Help;
import dev.limbeck.cli.CommandLineReader.Request;
import dev.limbeck.cli.CommandLineReader.Run;
import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.command.GlobalOptions;
import dev.limbeck.cli.command.Outcome;
import dev.limbeck.cli.command.Rounds;
import dev.limbeck.cli.command.Session;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.error.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the program, from what was typed to the exit code. */
final class Invocation {
    private final Terminal terminal;
    private final List<String> arguments;
    private final long started = System.nanoTime();
    private volatile @Nullable Session current;
    private volatile @Nullable Campaign campaign;
    private volatile boolean cancelled;

    Invocation(Terminal terminal, List<String> arguments) {
        this.terminal = terminal;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Asks what runs to stop, from another thread; false where nothing runs that stops by itself.
     */
    boolean cancel() {
        cancelled = true;
        Campaign begun = campaign;
        if (begun != null) {
            return begun.cancel();
        }
        Session session = current;
        return session != null && session.cancel();
    }

    /** Does what the arguments ask for. */
    ExitCode run() {
        Request request;
        try {
            request = CommandLineReader.read(arguments);
        } catch (ConfigException unusable) {
            return misused(unusable);
        }
        if (request instanceof Run run) {
            return run(run);
        }
        terminal.out()
                .print(
                        request instanceof Help help
                                ? help.text()
                                : "limbeck " + ToolVersion.current() + "\n");
        return ExitCode.DONE;
    }

    /** A command line that can't be read still says whether the answer shall be JSON. */
    private ExitCode misused(ConfigException unusable) {
        GlobalOptions options = CommandLineReader.guessOptions(arguments);
        Attempt attempt =
                new Attempt(Optional.empty(), Outcome.failed(unusable), Redactor.unknowing());
        return report(options, CommandLineReader.guessCommand(arguments), List.of(attempt));
    }

    private ExitCode report(
            GlobalOptions options, Optional<String> command, List<Attempt> attempts) {
        Reporter reporter = reporter(options, command);
        attempts.forEach(reporter::ended);
        reporter.finish(attempts);
        return worst(attempts);
    }

    private Reporter reporter(GlobalOptions options, Optional<String> command) {
        return options.output() == GlobalOptions.Output.JSON
                ? new JsonReporter(terminal, options, command, started)
                : new TextReporter(terminal, options);
    }

    private ExitCode run(Run run) {
        Reporter reporter = reporter(run.options(), Optional.of(run.name()));
        List<String> environments =
                run.body().worksOnProject() ? run.options().environments() : List.of();
        List<Attempt> attempts = new ArrayList<>();
        if (environments.isEmpty()) {
            attempts.addAll(attempts(run, Optional.empty(), reporter));
        }
        for (String environment : environments) {
            if (cancelled) {
                break;
            }
            if (environments.size() > 1) {
                reporter.heading(environment);
            }
            attempts.addAll(attempts(run, Optional.of(environment), reporter));
        }
        reporter.finish(attempts);
        return worst(attempts);
    }

    /** Runs in one environment: on its database, or on each of the many it has. */
    private List<Attempt> attempts(Run run, Optional<String> environment, Reporter reporter) {
        try (Session session = new Session(terminal, run.options(), environment)) {
            current = session;
            Outcome outcome;
            try {
                Optional<Rounds> rounds = run.body().rounds(session);
                if (rounds.isPresent() && !rounds.get().targets().isEmpty()) {
                    Campaign begun =
                            new Campaign(run, terminal, environment, rounds.get(), reporter);
                    campaign = begun;
                    return begun.run();
                }
                outcome =
                        rounds.isPresent()
                                ? Outcome.of(Rounds.nothingToDo())
                                : run.body().run(session);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
                outcome = Outcome.failed(thrown);
            }
            Attempt attempt = new Attempt(environment, outcome, session.redactor());
            reporter.ended(attempt);
            return List.of(attempt);
        }
    }

    /** What was not begun has no exit code of its own. */
    private static ExitCode worst(List<Attempt> attempts) {
        return attempts.stream()
                .filter(Attempt::isBegun)
                .map(attempt -> attempt.outcome().exitCode())
                .reduce(ExitCode.DONE, ExitCode::worse);
    }
}
