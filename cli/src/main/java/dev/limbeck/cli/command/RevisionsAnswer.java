package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.RevisionText.Part;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.RevisionReport;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Revisions, a line or with {@code -v} a block each.
 *
 * @param revisions in the order they are printed
 * @param unknown rows of the version table that no file has, printed first
 * @param parts what a line says beside the id
 */
record RevisionsAnswer(List<RevisionReport> revisions, List<String> unknown, Set<Part> parts)
        implements Answer {
    RevisionsAnswer {
        revisions = List.copyOf(revisions);
        unknown = List.copyOf(unknown);
        parts = Set.copyOf(parts);
    }

    @Override
    public void print(TextOutput out) {
        if (out.isVerbose()) {
            unknown.forEach(id -> out.text(out.revisions().unknownBlock(id)));
            revisions.forEach(report -> out.text(out.revisions().block(report, parts)));
        } else {
            unknown.forEach(id -> out.line(out.revisions().unknownLine(id)));
            RevisionText text = out.revisions();
            out.lines(revisions.stream().map(report -> text.line(report, parts)));
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        RevisionJson.revisions(json, revisions);
        json.writeEndObject();
    }
}
