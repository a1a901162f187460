package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.ValidationRequest;
import dev.limbeck.cli.print.DiagnosticPrinter;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.report.ValidationReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code validate}: reads every file and says what is wrong with it. */
@Command(
        name = "validate",
        description = {
            "Reads every file and says what is wrong with it.",
            "Checks graph, headers, pairs, splitting and SQL syntax, then replays the revisions and",
            "checks each statement against the schema that it meets. Needs no database. Ends with",
            "exit code 3 for errors."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck validate",
            "  limbeck validate -v         also the statements that nobody here can check",
            "  limbeck validate --strict   exit code 3 for warnings too",
            "  limbeck validate --from 27c6a30d7c24",
            "  limbeck validate --queries src/main/sql --at 1975ea83b712 --at head"
        })
final class ValidateCommand implements CommandBody {
    @Option(names = "--strict", description = "End with exit code 3 for warnings too.")
    private boolean strict;

    @Option(
            names = "--from",
            paramLabel = "REF",
            description = "Check only what is newer; what is older is replayed.")
    private @Nullable String from;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = {
                "The database whose scripts are replayed; may be repeated. The configured URL's",
                "unless given."
            })
    private List<String> dialects = new ArrayList<>();

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Check the SQL in these files, or in the .sql files of folders, that an application",
                "runs: in place of the revisions."
            })
    private List<String> queries = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "REF",
            arity = "1..*",
            description = {
                "With --queries: the revisions at which they are checked; the heads unless given."
            })
    private List<String> at = new ArrayList<>();

    @Override
    public Outcome run(Session session) {
        ValidationReport report = session.limbeck().validate(request(session));
        Outcome outcome = Outcome.of(new Findings(report));
        return report.findings().stream().anyMatch(this::counts)
                ? outcome.endingWith(ExitCode.NOT_CLEAN)
                : outcome;
    }

    private ValidationRequest request(Session session) {
        if (queries.isEmpty() && !at.isEmpty()) {
            throw Session.usage("--at says at which revisions to check --queries");
        }
        if (!queries.isEmpty() && from != null) {
            throw Session.usage(
                    "--from says which revisions to check, and --queries checks none of them");
        }
        return ValidationRequest.standard()
                .after(Optional.ofNullable(from))
                .on(dialects)
                .ofQueries(queries.stream().map(session::path).toList(), at);
    }

    private boolean counts(Diagnostic finding) {
        return finding.severity() == Severity.ERROR
                || (strict && finding.severity() == Severity.WARNING);
    }

    private record Findings(ValidationReport report) implements Answer {
        @Override
        public void print(TextOutput out) {
            for (Diagnostic finding : report.findings()) {
                if (finding.severity() != Severity.INFO || out.isVerbose()) {
                    out.line(line(finding, out));
                    finding.hint().ifPresent(hint -> out.line("   = hint: " + hint));
                }
            }
            long unchecked = number(finding -> finding.code() == ErrorCode.NOT_VALIDATED);
            if (unchecked > 0 && !out.isVerbose()) {
                out.report(
                        "info: "
                                + count(unchecked, "statement")
                                + (unchecked == 1 ? " is" : " are")
                                + " not checked before "
                                + (unchecked == 1 ? "it runs" : "they run")
                                + "; -v lists "
                                + (unchecked == 1 ? "it" : "them"));
            }
            long uncertain = number(Severity.INFO) - unchecked;
            if (uncertain > 0 && !out.isVerbose()) {
                out.report("info: " + count(uncertain, "finding") + " not certain; -v lists them");
            }
            report.notReplayed()
                    .ifPresent(why -> out.report("info: the chain is not replayed: " + why));
            out.report(
                    count(report.files(), "file")
                            + ", "
                            + count(number(Severity.ERROR), "error")
                            + ", "
                            + count(number(Severity.WARNING), "warning"));
        }

        /** One line a finding, in the form editors and CI systems know. */
        private static String line(Diagnostic finding, TextOutput out) {
            String place = finding.where().map(where -> where + ": ").orElse("");
            String severity =
                    DiagnosticPrinter.word(finding.severity()) + "[" + finding.code().id() + "]";
            return place
                    + out.palette().severity(finding.severity(), severity)
                    + ": "
                    + finding.message();
        }

        private long number(Predicate<Diagnostic> which) {
            return report.findings().stream().filter(which).count();
        }

        private long number(Severity severity) {
            return number(finding -> finding.severity() == severity);
        }

        private static String count(long number, String word) {
            return number + " " + word + (number == 1 ? "" : "s");
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeNumberField("files", report.files());
            json.writeArrayFieldStart("findings");
            for (Diagnostic finding : report.findings()) {
                Optional<SourceLocation> where = finding.where();
                json.writeStartObject();
                json.writeStringField("severity", DiagnosticPrinter.word(finding.severity()));
                json.writeStringField("rule", finding.code().id());
                json.writeStringField("message", finding.message());
                RevisionJson.text(json, "file", where.map(place -> place.file().toString()));
                RevisionJson.position(json, "line", where.map(SourceLocation::line));
                RevisionJson.position(json, "column", where.map(SourceLocation::column));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
