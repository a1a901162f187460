package dev.limbeck.cli;

import dev.limbeck.Target;
import dev.limbeck.cli.CommandLineReader.Run;
import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.command.Outcome;
import dev.limbeck.cli.command.Rounds;
import dev.limbeck.cli.command.Session;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One command on many databases, each in a session of its own: what happens on one leaves the
 * others alone. What a session prints is shown when it has ended, so that no two are mixed.
 */
final class Campaign {
    private final Run command;
    private final Terminal terminal;
    private final Optional<String> environment;
    private final Rounds rounds;
    private final Reporter reporter;
    private final Set<Session> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean stopped;

    Campaign(
            Run command,
            Terminal terminal,
            Optional<String> environment,
            Rounds rounds,
            Reporter reporter) {
        this.command = command;
        this.terminal = terminal;
        this.environment = environment;
        this.rounds = rounds;
        this.reporter = reporter;
    }

    /** Begins no further database, and asks what runs to stop; false where nothing runs. */
    boolean cancel() {
        stopped = true;
        boolean any = false;
        for (Session session : running) {
            any |= session.cancel();
        }
        return any;
    }

    /** Runs all; returns them in the order of the databases. */
    List<Attempt> run() {
        List<Target> targets = rounds.targets();
        int canary = Math.min(rounds.canary(), targets.size());
        List<Attempt> attempts = new ArrayList<>(round(targets.subList(0, canary)));
        if (failures.get() > 0) {
            stopped = true;
        }
        attempts.addAll(round(targets.subList(canary, targets.size())));
        return attempts;
    }

    private List<Attempt> round(List<Target> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        ExecutorService workers =
                Executors.newFixedThreadPool(Math.min(rounds.parallel(), targets.size()));
        try {
            List<Future<Attempt>> begun = new ArrayList<>();
            targets.forEach(target -> begun.add(workers.submit(() -> attempt(target))));
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> future : begun) {
                attempts.add(future.get());
            }
            return attempts;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt is made or told of", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private Attempt attempt(Target target) {
        if (stopped || (rounds.stopAfter() > 0 && failures.get() >= rounds.stopAfter())) {
            return notBegun(target);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Attempt attempt;
        try (PrintStream outStream = stream(out);
                PrintStream errStream = stream(err)) {
            Terminal own =
                    new Terminal(
                            InputStream.nullInputStream(),
                            outStream,
                            errStream,
                            terminal.environment(),
                            terminal.folder(),
                            Collections.emptySet());
            attempt = attempt(target, own);
        }
        if (!attempt.outcome().exitCode().isAnswer()) {
            failures.incrementAndGet();
        }
        show(attempt, out, err);
        return attempt;
    }

    private Attempt attempt(Target target, Terminal own) {
        try (Session session =
                new Session(own, command.options().onDatabase(target.url()), environment)) {
            running.add(session);
            Outcome outcome;
            try {
                outcome = command.body().run(session);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
                outcome = Outcome.failed(thrown);
            } finally {
                running.remove(session);
            }
            return new Attempt(
                    environment, Optional.of(target.name()), outcome, session.redactor());
        }
    }

    private Attempt notBegun(Target target) {
        PlanException told =
                new PlanException(
                        Diagnostic.error(
                                        ErrorCode.TARGET_NOT_BEGUN,
                                        "not begun: "
                                                + (failures.get() == 1
                                                        ? "a database before it failed"
                                                        : failures.get()
                                                                + " databases before it failed"))
                                .withHint("run the command again when those are mended"));
        return new Attempt(
                environment,
                Optional.of(target.name()),
                Outcome.failed(told).endingWith(ExitCode.REFUSED),
                Redactor.unknowing());
    }

    private synchronized void show(
            Attempt attempt, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        reporter.heading(attempt.name());
        terminal.out().print(out.toString(StandardCharsets.UTF_8));
        terminal.out().flush();
        terminal.err().print(err.toString(StandardCharsets.UTF_8));
        terminal.err().flush();
        reporter.ended(attempt);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
