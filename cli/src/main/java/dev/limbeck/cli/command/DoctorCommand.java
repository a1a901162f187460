package dev.limbeck.cli.command;

import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.DoctorReport.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code doctor}: what is wrong with the set-up, and what to do about it. */
@Command(
        name = "doctor",
        description = {
            "Looks at the whole set-up and says what to do about each failure.",
            "Checks files, connection, server, rights, lock and ledger. Ends with exit code 11 without",
            "a connection, with 3 if another of them fails."
        },
        footer = {"", "Examples:", "  limbeck doctor", "  limbeck doctor -e prod"})
final class DoctorCommand implements CommandBody {
    @Override
    public Outcome run(Session session) {
        DoctorReport report = session.limbeck().doctor();
        Redactor redactor = session.redactor();
        List<String> lines = new ArrayList<>();
        int width =
                report.checks().stream().mapToInt(check -> check.name().length()).max().orElse(0);
        for (Check check : report.checks()) {
            lines.add(shown(check, line(check, width), redactor));
            check.advice()
                    .map(redactor::redactAdvice)
                    .ifPresent(advice -> lines.add("         = " + advice));
        }
        Answer answer = FilesAndMessages.answer(lines);
        return report.unreachable()
                .map(failure -> Outcome.failed(failure).withAnswer(answer))
                .orElseGet(() -> Outcome.of(answer).endingWith(exitCode(report)));
    }

    /** What went wrong may quote a driver. */
    private static String shown(Check check, String line, Redactor redactor) {
        return switch (check.outcome()) {
            case OK, SKIPPED -> redactor.redactOwn(line);
            case WARNING, FAILED -> redactor.redact(line);
        };
    }

    private static String line(Check check, int width) {
        String outcome = check.outcome().name().toLowerCase(Locale.ROOT);
        return DisplayWidth.pad(outcome, 7)
                + "  "
                + DisplayWidth.pad(check.name(), width)
                + "  "
                + check.answer();
    }

    private static ExitCode exitCode(DoctorReport report) {
        boolean failed =
                report.checks().stream()
                        .anyMatch(check -> check.outcome() == DoctorReport.Outcome.FAILED);
        return failed ? ExitCode.NOT_CLEAN : ExitCode.DONE;
    }
}
