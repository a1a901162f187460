package dev.limbeck.cli.print;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How revisions and lists are written in JSON. What is absent is null. */
public final class RevisionJson {
    private RevisionJson() {}

    /** Writes a field that holds revisions. */
    public static void revisions(JsonGenerator json, List<RevisionReport> reports)
            throws IOException {
        json.writeArrayFieldStart("revisions");
        for (RevisionReport report : reports) {
            revision(json, report);
        }
        json.writeEndArray();
    }

    /** Writes one revision. */
    public static void revision(JsonGenerator json, RevisionReport report) throws IOException {
        Revision revision = report.revision();
        json.writeStartObject();
        json.writeStringField("id", revision.id().value());
        strings(json, "revises", revision.revises());
        strings(json, "branchLabels", revision.branchLabels());
        strings(json, "dependsOn", revision.dependsOn());
        json.writeStringField("message", revision.message());
        json.writeStringField("path", revision.path().toString());
        text(json, "created", revision.created().map(Instant::toString));
        json.writeBooleanField("head", report.head());
        json.writeBooleanField("branchPoint", report.branchPoint());
        json.writeBooleanField("mergePoint", report.mergePoint());
        Optional<Boolean> current = report.current();
        if (current.isPresent()) {
            json.writeBooleanField("current", current.get());
        } else {
            json.writeNullField("current");
        }
        json.writeEndObject();
    }

    /** Writes a field that holds texts, or what prints as one. */
    public static void strings(JsonGenerator json, String name, Collection<?> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    /** Writes a field that holds a text or null. */
    public static void text(JsonGenerator json, String name, Optional<String> value)
            throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    /** Writes a field that holds a number or null; a position of 0 is none. */
    public static void position(JsonGenerator json, String name, Optional<Integer> value)
            throws IOException {
        number(json, name, value.filter(position -> position > 0));
    }

    /** Writes a field that holds a number or null. */
    public static void number(JsonGenerator json, String name, Optional<Integer> value)
            throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
