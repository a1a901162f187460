package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.TextOutput;
import java.io.IOException;

/** What a command answers, in both forms it can be asked for. */
public interface Answer {
    /** Prints it for a person; nothing where {@code --quiet} leaves nothing to say. */
    void print(TextOutput out);

    /** Writes it as one JSON object. */
    void write(JsonGenerator json) throws IOException;
}
