package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.AutogenerateReport;
import dev.limbeck.report.ChangeReport;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.WrittenRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Revisions that were written, or none where there was nothing to write.
 *
 * @param written the revisions and their files, the lowest first
 * @param changes what they change in the schema, as far as a comparison told; empty: nothing was
 *     compared
 */
record NewRevisionAnswer(List<WrittenRevision> written, Optional<List<ChangeReport>> changes)
        implements Answer {
    NewRevisionAnswer {
        written = List.copyOf(written);
    }

    /** Returns the answer of a command that compares nothing. */
    static NewRevisionAnswer of(Optional<WrittenRevision> written) {
        return new NewRevisionAnswer(written.map(List::of).orElse(List.of()), Optional.empty());
    }

    /** Returns the answer of a command that wrote what a comparison told. */
    static NewRevisionAnswer of(AutogenerateReport report) {
        return new NewRevisionAnswer(report.revisions(), Optional.of(report.changes()));
    }

    /** Returns the files that were written. */
    List<Path> files() {
        return written.stream().flatMap(revision -> revision.files().stream()).toList();
    }

    @Override
    public void print(TextOutput out) {
        changes.ifPresent(known -> new ChangeList(known).print(out));
        files().forEach(file -> out.report("wrote " + file));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        List<RevisionReport> reports = reports();
        json.writeStartObject();
        json.writeFieldName("revision");
        if (reports.isEmpty()) {
            json.writeNull();
        } else {
            RevisionJson.revision(json, reports.get(reports.size() - 1));
        }
        RevisionJson.revisions(json, reports);
        RevisionJson.strings(json, "files", files());
        new ChangeList(changes.orElse(List.of())).write(json);
        json.writeEndObject();
    }

    private List<RevisionReport> reports() {
        List<RevisionReport> reports = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            boolean topmost = i == written.size() - 1;
            reports.add(report(written.get(i).revision(), topmost));
        }
        return reports;
    }

    /** Nothing else revises what was just written, so its place needs no look at the graph. */
    private static RevisionReport report(Revision revision, boolean topmost) {
        return new RevisionReport(
                revision,
                revision.branchLabels(),
                List.of(),
                topmost,
                topmost,
                false,
                revision.revises().size() > 1,
                Optional.empty());
    }
}
