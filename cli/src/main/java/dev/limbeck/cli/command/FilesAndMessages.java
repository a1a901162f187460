package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.TextOutput;
import java.io.IOException;
import java.util.List;

/**
 * The answer of commands that have no form of their own: files they wrote, lines they print.
 *
 * @param files files written or opened
 * @param messages lines for a person
 */
record FilesAndMessages(List<String> files, List<String> messages) implements Answer {
    FilesAndMessages {
        files = List.copyOf(files);
        messages = List.copyOf(messages);
    }

    /** Returns an answer that is lines only. */
    static FilesAndMessages messages(List<String> messages) {
        return new FilesAndMessages(List.of(), messages);
    }

    @Override
    public void print(TextOutput out) {
        messages.forEach(out::line);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("files");
        json.writeStartArray();
        for (String file : files) {
            json.writeString(file);
        }
        json.writeEndArray();
        json.writeFieldName("messages");
        json.writeStartArray();
        for (String message : messages) {
            json.writeString(message);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
