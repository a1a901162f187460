package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import java.io.IOException;
import java.util.List;

/**
 * The answer of commands that have no form of their own: files they wrote, lines they print.
 *
 * @param files files written or opened
 * @param messages lines for a person
 * @param manner whether the lines are what was asked for
 */
record FilesAndMessages(List<String> files, List<String> messages, Manner manner)
        implements Answer {
    /** What the lines are. */
    enum Manner {
        /** They are what was asked for. */
        ANSWER,
        /** They tell what was done, and {@code --quiet} leaves them out. */
        REPORT
    }

    FilesAndMessages {
        files = List.copyOf(files);
        messages = List.copyOf(messages);
    }

    /** Returns an answer that is lines only. */
    static FilesAndMessages answer(List<String> lines) {
        return new FilesAndMessages(List.of(), lines, Manner.ANSWER);
    }

    /** Returns what was done, to which files. */
    static FilesAndMessages report(List<String> files, List<String> lines) {
        return new FilesAndMessages(files, lines, Manner.REPORT);
    }

    @Override
    public void print(TextOutput out) {
        messages.forEach(manner == Manner.ANSWER ? out::line : out::report);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        RevisionJson.strings(json, "files", files);
        RevisionJson.strings(json, "messages", messages);
        json.writeEndObject();
    }
}
