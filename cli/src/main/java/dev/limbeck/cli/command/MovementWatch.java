package dev.limbeck.cli.command;

import dev.limbeck.cli.print.ProgressLine;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.StepText;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.execute.Proceedings;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hears what runs: prints each step when it is done, keeps the live line, and remembers how far it
 * came for the case that it goes no further.
 */
final class MovementWatch implements ExecutionListener, AutoCloseable {
    private final Terminal terminal;
    private final TextOutput output;
    private final Optional<ProgressLine> progress;
    private final boolean printsSteps;
    private final Supplier<Redactor> redactor;
    private final Proceedings proceedings = new Proceedings(ExecutionListener.SILENT);
    private String place = "";

    private MovementWatch(
            Session session, Optional<ProgressLine> progress, Supplier<Redactor> redactor) {
        this.terminal = session.terminal();
        this.output = session.textOutput();
        this.printsSteps = session.options().output() == GlobalOptions.Output.TEXT;
        this.progress = progress;
        this.redactor = redactor;
    }

    /** Watches on behalf of a session. */
    static MovementWatch of(Session session) {
        Terminal terminal = session.terminal();
        boolean live =
                terminal.isInteractive(Terminal.Stream.ERR)
                        && session.options().loudness() != TextOutput.Loudness.QUIET;
        return new MovementWatch(
                session,
                live ? Optional.of(ProgressLine.on(terminal.err())) : Optional.empty(),
                session::redactor);
    }

    @Override
    public void planned(MovementReport plan) {
        proceedings.planned(plan);
    }

    @Override
    public void stepStarted(StepReport step, int number, int of) {
        place = number + "/" + of + "  " + StepText.verb(step) + " " + step.revision().id();
        show(place + "  " + step.revision().message());
    }

    @Override
    public void statementStarted(StepReport step, int ordinal, Statement statement) {
        show(place + "  statement " + ordinal + " of " + step.statements());
        if (output.isVerbose()) {
            tell(
                    ordinal
                            + "/"
                            + step.statements()
                            + "  "
                            + redactor.get().redact(firstLine(statement.text())));
        }
    }

    @Override
    public void resuming(StepReport step, int done) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell(
                    "resuming "
                            + StepText.verb(step)
                            + " of "
                            + step.revision().id()
                            + ": "
                            + done
                            + " of "
                            + step.statements()
                            + " statements are done");
        }
    }

    @Override
    public void settling(String sql) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell("settling what was left half done: " + redactor.get().redact(firstLine(sql)));
        }
    }

    @Override
    public void stepFinished(StepReport step) {
        proceedings.stepFinished(step);
        clear();
        if (printsSteps) {
            output.report(StepText.done(step));
            output.out().flush();
        }
    }

    @Override
    public void stepFailed(StepReport step) {
        proceedings.stepFailed(step);
        clear();
    }

    @Override
    public void serverMessage(String message) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell("server: " + redactor.get().redact(message.stripTrailing()));
        }
    }

    @Override
    public void waitingForConnection(String reason) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell("waiting for the database: " + redactor.get().redact(reason));
        }
    }

    @Override
    public void waitingForSession(String working) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell("waiting for the run before, still at work: " + redactor.get().redactOwn(working));
        }
    }

    @Override
    public void waitingForLock(String holder) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell("waiting for the migration lock, held by " + redactor.get().redactOwn(holder));
        }
    }

    @Override
    public void retrying(String reason, int attempt, int of, Duration pause) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell(
                    String.format(
                            Locale.ROOT,
                            "server: %s; attempt %d of %d in %.1f s",
                            redactor.get().redact(reason.stripTrailing()),
                            attempt,
                            of,
                            pause.toMillis() / 1000.0));
        }
    }

    @Override
    public void hookSaid(String hook, String line) {
        if (output.loudness() != TextOutput.Loudness.QUIET) {
            tell(hook + ": " + redactor.get().redact(line));
        }
    }

    /** Returns what was planned, where it came so far. */
    Optional<MovementReport> plan() {
        return proceedings.plan();
    }

    /** Returns the steps that ended, and after them the planned ones that never began. */
    List<StepReport> steps() {
        return proceedings.steps();
    }

    private void show(String text) {
        progress.ifPresent(line -> line.show(text));
    }

    private void clear() {
        progress.ifPresent(ProgressLine::clear);
    }

    private void tell(String text) {
        clear();
        terminal.err().println(text);
        terminal.err().flush();
    }

    private static String firstLine(String text) {
        String stripped = text.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end).stripTrailing() + " …";
    }

    @Override
    public void close() {
        progress.ifPresent(ProgressLine::close);
    }
}
