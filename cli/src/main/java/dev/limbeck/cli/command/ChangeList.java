package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.diff.ChangeEffect;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.report.ChangeReport;
import java.io.IOException;
import java.util.List;

/**
 * Changes of a schema as they are shown: a line each, with a sign, and what deletes data marked.
 *
 * @param changes the changes, in order
 */
record ChangeList(List<ChangeReport> changes) {
    private static final int WIDEST = 72;

    ChangeList {
        changes = List.copyOf(changes);
    }

    /** Prints a line a change, and how many there are. */
    void print(TextOutput out) {
        int width =
                changes.stream()
                        .map(report -> oneLine(report.change().summary()))
                        .mapToInt(DisplayWidth::of)
                        .filter(columns -> columns <= WIDEST)
                        .max()
                        .orElse(0);
        for (ChangeReport report : changes) {
            out.line(line(report.change(), width, out));
        }
        out.report(total());
    }

    private static String line(SchemaChange change, int width, TextOutput out) {
        ChangeEffect effect = ChangeEffect.of(change);
        String summary = oneLine(change.summary());
        String text =
                change.destructive()
                        ? DisplayWidth.pad(summary, width)
                                + "  "
                                + out.palette().danger("deletes data")
                        : summary;
        return out.palette().effect(effect, effect.sign()) + " " + text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String total() {
        if (changes.isEmpty()) {
            return "no changes";
        }
        long destructive = changes.stream().filter(report -> report.change().destructive()).count();
        String all = changes.size() == 1 ? "1 change" : changes.size() + " changes";
        return destructive == 0
                ? all
                : all + ", " + destructive + (destructive == 1 ? " deletes" : " delete") + " data";
    }

    /** Writes the field {@code changes}. */
    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("changes");
        for (ChangeReport report : changes) {
            SchemaChange change = report.change();
            json.writeStartObject();
            json.writeStringField("kind", change.kind());
            json.writeStringField("object", change.object());
            json.writeStringField("summary", change.summary());
            json.writeBooleanField("destructive", change.destructive());
            RevisionJson.strings(json, "up", report.up());
            RevisionJson.strings(json, "down", report.down());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
