package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.report.ComparisonReport;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: one revision. */
@Command(
        name = "show",
        description = "Shows one revision.",
        footer = {
            "",
            "Examples:",
            "  limbeck show head",
            "  limbeck show 27c6      a prefix of at least four characters",
            "  limbeck show current   where the database is",
            "  limbeck show -1        the revision before that",
            "  limbeck show head --schema"
        })
final class ShowCommand implements CommandBody {
    @Parameters(paramLabel = "REF", description = "The revision.")
    private String ref = "";

    @Option(
            names = "--schema",
            description = "Print the schema at the revision as a script that makes it.")
    private boolean schema;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = {
                "With --schema, the database whose scripts are read; the configured URL's unless",
                "given."
            })
    private @Nullable String dialect;

    @Override
    public Outcome run(Session session) {
        if (!schema) {
            return revision(session);
        }
        return Scripts.of(
                session,
                out -> {
                    ComparisonReport report =
                            session.limbeck().schemaAt(ref, Optional.ofNullable(dialect));
                    out.append(report.sql());
                    return report.notices();
                });
    }

    private Outcome revision(Session session) {
        Limbeck limbeck = session.limbeck();
        RevisionGraph graph = limbeck.migrations().graph();
        RevisionRef parsed = RevisionRefParser.parse(ref);
        Rows rows = Rows.asked(limbeck, parsed.needsApplied());
        Optional<Revision> found = graph.resolveOne(parsed, rows.orEmpty());
        if (found.isEmpty() && parsed instanceof RevisionRef.Head) {
            throw new RevisionException(
                    Diagnostic.error(
                                    ErrorCode.UNKNOWN_REVISION,
                                    "there is no revision yet, so '" + ref + "' names none")
                            .withHint("make the first one with 'revision -m MESSAGE'"));
        }
        return Outcome.of(
                new Shown(found.map(known -> RevisionReport.of(graph, known, rows.known()))));
    }

    private record Shown(Optional<RevisionReport> revision) implements Answer {
        @Override
        public void print(TextOutput out) {
            revision.ifPresent(
                    report -> out.text(out.revisions().block(report, RevisionText.HISTORY)));
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeFieldName("revision");
            if (revision.isPresent()) {
                RevisionJson.revision(json, revision.get());
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        }
    }
}
