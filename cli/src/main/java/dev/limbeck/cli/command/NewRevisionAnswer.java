package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.WrittenRevision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A revision that was written, or none where there was nothing to write.
 *
 * @param written the revision and its files
 */
record NewRevisionAnswer(Optional<WrittenRevision> written) implements Answer {
    @Override
    public void print(TextOutput out) {
        written.ifPresent(
                revision -> revision.files().forEach(file -> out.report("wrote " + file)));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("revision");
        if (written.isPresent()) {
            RevisionJson.revision(json, newest(written.get().revision()));
        } else {
            json.writeNull();
        }
        RevisionJson.strings(json, "files", written.map(WrittenRevision::files).orElse(List.of()));
        json.writeArrayFieldStart("changes");
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Nothing revises what was just written, so its place in the graph needs no look at it. */
    private static RevisionReport newest(Revision revision) {
        return new RevisionReport(
                revision,
                revision.branchLabels(),
                List.of(),
                true,
                true,
                false,
                revision.revises().size() > 1,
                Optional.empty());
    }
}
