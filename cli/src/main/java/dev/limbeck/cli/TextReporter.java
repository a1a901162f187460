package dev.limbeck.cli;

import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.command.GlobalOptions;
import dev.limbeck.cli.command.Outcome;
import dev.limbeck.cli.print.DiagnosticPrinter;
import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.print.Failure;
import dev.limbeck.cli.print.Palette;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.cli.print.TextOutput.Loudness;
import dev.limbeck.error.Diagnostic;
import java.util.List;

/** Text: the answer on standard output, everything else on standard error. */
final class TextReporter implements Reporter {
    private final Terminal terminal;
    private final GlobalOptions options;
    private final TextOutput output;

    TextReporter(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.output =
                new TextOutput(
                        terminal.out(),
                        Palette.of(options.color(), terminal, Terminal.Stream.OUT),
                        options.loudness());
    }

    @Override
    public void heading(String environment) {
        output.line(output.palette().strong("== " + environment + " =="));
        terminal.out().flush();
    }

    @Override
    public void ended(Attempt attempt) {
        Outcome outcome = attempt.outcome();
        outcome.answer().ifPresent(answer -> answer.print(output));
        terminal.out().flush();
        DiagnosticPrinter printer =
                new DiagnosticPrinter(
                        terminal.err(),
                        Palette.of(options.color(), terminal, Terminal.Stream.ERR),
                        terminal.folder(),
                        attempt.redactor());
        if (options.loudness() != Loudness.QUIET) {
            for (Diagnostic warning : outcome.warnings()) {
                printer.print(warning);
            }
        }
        outcome.failure().map(Failure::of).ifPresent(failure -> tell(failure, printer, attempt));
        terminal.err().flush();
    }

    private void tell(Failure failure, DiagnosticPrinter printer, Attempt attempt) {
        printer.print(failure);
        if (options.loudness() == Loudness.VERBOSE) {
            terminal.err().print(attempt.redactor().redact(failure.stackTrace()));
        }
    }

    @Override
    public void finish(List<Attempt> attempts) {
        boolean many = attempts.stream().anyMatch(attempt -> attempt.target().isPresent());
        if (attempts.size() == 1 && !many) {
            return;
        }
        output.line(output.palette().strong("== summary =="));
        int width =
                attempts.stream()
                        .mapToInt(attempt -> DisplayWidth.of(attempt.name()))
                        .max()
                        .orElseThrow();
        for (Attempt attempt : attempts) {
            output.line(DisplayWidth.pad(attempt.name(), width) + "  " + verdict(attempt));
        }
        if (many) {
            output.line(counts(attempts));
        }
    }

    private static String counts(List<Attempt> attempts) {
        long begun = attempts.stream().filter(Attempt::isBegun).count();
        long failed =
                attempts.stream()
                        .filter(Attempt::isBegun)
                        .filter(attempt -> !attempt.outcome().exitCode().isAnswer())
                        .count();
        return attempts.size()
                + (attempts.size() == 1 ? " database: " : " databases: ")
                + (begun - failed)
                + " ok, "
                + failed
                + " failed, "
                + (attempts.size() - begun)
                + " not begun";
    }

    private static String verdict(Attempt attempt) {
        if (!attempt.isBegun()) {
            return "not begun";
        }
        ExitCode code = attempt.outcome().exitCode();
        if (code == ExitCode.DONE) {
            return "ok";
        }
        String reason =
                attempt.outcome()
                        .failure()
                        .map(Failure::of)
                        .map(failure -> reason(failure, attempt.redactor()))
                        .orElse("");
        return "exit code " + code.number() + reason;
    }

    private static String reason(Failure failure, Redactor redactor) {
        Diagnostic found = failure.decisive();
        return ": " + found.code().id() + ": " + failure.message(found, redactor);
    }
}
