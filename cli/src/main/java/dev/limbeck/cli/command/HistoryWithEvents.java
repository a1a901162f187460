package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.JournalRun.Stretch;
import dev.limbeck.report.Excerpt;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Revisions, and below them what happened to the database: its history, oldest first, and the
 * statements of scripts that stand half way.
 */
record HistoryWithEvents(
        Answer revisions, List<HistoryEvent> events, List<JournalRun> runs, Redactor redactor)
        implements Answer {
    HistoryWithEvents {
        events = List.copyOf(events);
        runs = List.copyOf(runs);
    }

    @Override
    public void print(TextOutput out) {
        revisions.print(out);
        if (!events.isEmpty()) {
            out.line("");
            out.line("Events:");
            events.forEach(event -> out.line("  " + line(event)));
        }
        for (JournalRun run : runs) {
            if (run.state() == JournalRun.State.OPEN) {
                out.line("");
                out.line(
                        "Unfinished: "
                                + run.revision()
                                + "  "
                                + run.direction().word()
                                + ", "
                                + run.done()
                                + " of "
                                + run.total()
                                + " statements done");
                run.statements().forEach(stretch -> out.line("  " + line(stretch)));
            }
        }
    }

    private String line(HistoryEvent event) {
        StringJoiner words = new StringJoiner("  ");
        words.add(event.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        words.add(String.format("%-8s", word(event.kind())));
        event.subject().map(Subject::revision).ifPresent(words::add);
        event.script().map(RecordedScript::direction).ifPresent(way -> words.add(way.word()));
        if (event.subject().isEmpty()) {
            words.add(event.heads().isEmpty() ? "base" : String.join(", ", event.heads()));
        }
        words.add("by " + event.by().osUser() + " on " + event.by().host());
        event.failure()
                .ifPresent(
                        failure ->
                                words.add(
                                        "statement "
                                                + failure.ordinal()
                                                + ": "
                                                + Excerpt.of(redactor.redact(failure.error()))));
        event.reason().ifPresent(reason -> words.add("«" + reason + "»"));
        return words.toString();
    }

    private static String line(Stretch stretch) {
        String numbers =
                stretch.first() == stretch.last()
                        ? String.valueOf(stretch.first())
                        : stretch.first() + "-" + stretch.last();
        return numbers
                + "  "
                + word(stretch.progress())
                + stretch.text().map(text -> "  " + Excerpt.of(text)).orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        revisions.write(json);
    }
}
