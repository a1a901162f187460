package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.report.CurrentReport;
import dev.limbeck.report.CurrentReport.Entry;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code current}: where the database is. */
@Command(
        name = "current",
        description = {
            "Shows the revisions the database is at.",
            "These are the rows of its version table, and the tips of other lines that a dependency",
            "implies."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck current",
            "  limbeck current --check-heads   exit code 3 unless every head is applied"
        })
final class CurrentCommand implements CommandBody {
    @Option(
            names = "--check-heads",
            description = "End with exit code 3 unless every head is applied.")
    private boolean checkHeads;

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        CurrentReport report = limbeck.current();
        List<String> unknown =
                report.entries().stream()
                        .filter(entry -> entry.revision().isEmpty())
                        .map(Entry::id)
                        .toList();
        Outcome outcome =
                Outcome.of(new Current(report, session.config().database().maskedUrl()))
                        .warning(Rows.warnings(unknown, session.config()));
        return checkHeads ? checked(outcome, limbeck.migrations().graph(), report) : outcome;
    }

    private static Outcome checked(Outcome outcome, RevisionGraph graph, CurrentReport report) {
        HeadSet rows =
                HeadSet.of(
                        report.entries().stream()
                                .filter(entry -> !entry.implied())
                                .map(entry -> new RevisionId(entry.id()))
                                .toList());
        if (graph.isAtHeads(rows)) {
            return outcome;
        }
        String missing =
                graph.heads().stream()
                        .filter(head -> graph.pending(rows).contains(head.id()))
                        .map(head -> head.id().value())
                        .collect(Collectors.joining(", "));
        Diagnostic notice =
                Diagnostic.info(
                                ErrorCode.NOT_AT_HEADS,
                                missing.isEmpty()
                                        ? "the database is not at the heads of the files"
                                        : "the database is not at " + missing)
                        .withHint("'limbeck status' lists what is pending");
        return outcome.endingWith(ExitCode.NOT_CLEAN).warning(List.of(notice));
    }

    private record Current(CurrentReport report, Optional<String> url) implements Answer {
        @Override
        public void print(TextOutput out) {
            RevisionText text = out.revisions();
            if (out.isVerbose()) {
                out.line("Current revision(s) for " + url.orElse("the database") + ":");
                for (Entry entry : report.entries()) {
                    out.text(
                            entry.revision()
                                    .map(known -> text.block(known, RevisionText.CURRENT))
                                    .orElseGet(() -> text.unknownBlock(entry.id())));
                }
                return;
            }
            for (Entry entry : report.entries()) {
                out.line(
                        entry.revision()
                                .map(known -> text.line(known, RevisionText.CURRENT))
                                .orElseGet(() -> text.unknownLine(entry.id())));
            }
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("revisions");
            for (Entry entry : report.entries()) {
                Optional<RevisionReport> known = entry.revision();
                json.writeStartObject();
                json.writeStringField("id", entry.id());
                json.writeBooleanField("head", known.filter(RevisionReport::head).isPresent());
                json.writeBooleanField(
                        "effectiveHead", known.filter(RevisionReport::effectiveHead).isPresent());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
