package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.StatusReport.Unfinished;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: how the database stands to the files. */
@Command(
        name = "status",
        description = "Shows what is applied, pending, unknown, edited and unfinished.",
        footer = {
            "",
            "Examples:",
            "  limbeck status",
            "  limbeck status --exit-code   exit code 3 when the database is not up to date"
        })
final class StatusCommand implements CommandBody {
    @Option(
            names = "--exit-code",
            description = "End with exit code 3 when the database is not up to date.")
    private boolean exitCode;

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        StatusReport report = limbeck.status();
        Outcome outcome =
                Outcome.of(new Status(report, limbeck.migrations().graph()))
                        .warning(Rows.warnings(report.unknown(), session.config()))
                        .warning(report.notices());
        return exitCode && !report.upToDate() ? outcome.endingWith(ExitCode.NOT_CLEAN) : outcome;
    }

    private record Status(StatusReport report, RevisionGraph graph) implements Answer {
        @Override
        public void print(TextOutput out) {
            out.line("heads       " + list(report.heads()));
            out.line("current     " + list(report.current().ids()));
            out.line("applied     " + report.applied());
            out.line("pending     " + report.pending().size());
            for (RevisionId id : report.pending()) {
                Revision revision = graph.find(id).orElseThrow();
                out.line("  " + out.palette().id(id.value()) + "  " + revision.message());
            }
            some(out, "unknown", report.unknown());
            some(out, "edited", report.edited());
            some(out, "unfinished", report.unfinished().stream().map(Status::describe).toList());
            out.line(report.upToDate() ? "up to date" : "not up to date");
        }

        private static String list(List<RevisionId> ids) {
            return ids.isEmpty()
                    ? RevisionText.BASE
                    : String.join(", ", ids.stream().map(RevisionId::value).toList());
        }

        private static void some(TextOutput out, String name, List<String> values) {
            if (!values.isEmpty()) {
                out.line(String.format("%-12s%d", name, values.size()));
                values.forEach(value -> out.line("  " + value));
            }
        }

        private static String describe(Unfinished script) {
            return script.revision()
                    + "  "
                    + script.direction()
                    + ", "
                    + script.done()
                    + " of "
                    + script.total()
                    + " statements done"
                    + script.stopped().map(words -> "; " + words).orElse("");
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            RevisionJson.strings(json, "heads", report.heads());
            RevisionJson.strings(json, "current", report.current().ids());
            json.writeNumberField("applied", report.applied());
            RevisionJson.strings(json, "pending", report.pending());
            RevisionJson.strings(json, "unknown", report.unknown());
            RevisionJson.strings(json, "edited", report.edited());
            json.writeArrayFieldStart("unfinished");
            for (Unfinished script : report.unfinished()) {
                json.writeStartObject();
                json.writeStringField("revision", script.revision());
                json.writeStringField("direction", script.direction());
                json.writeNumberField("done", script.done());
                json.writeNumberField("total", script.total());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
