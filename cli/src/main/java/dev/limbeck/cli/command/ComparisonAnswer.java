package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.ComparisonReport;
import java.io.IOException;

/** In what two schemas differ. */
record ComparisonAnswer(ComparisonReport report) implements Answer {
    /** Returns the outcome: not clean where there are changes. */
    static Outcome of(ComparisonReport report) {
        Outcome outcome = Outcome.of(new ComparisonAnswer(report)).warning(report.notices());
        return report.isEmpty() ? outcome : outcome.endingWith(ExitCode.NOT_CLEAN);
    }

    @Override
    public void print(TextOutput out) {
        new ChangeList(report.changes()).print(out);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        new ChangeList(report.changes()).write(json);
        json.writeEndObject();
    }
}
