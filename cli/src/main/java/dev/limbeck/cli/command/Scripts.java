package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.report.MovementReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Scripts for a database's own client, as {@code --sql} asks for them. */
final class Scripts {
    private Scripts() {}

    /** Writes the script of a movement and returns what is worth knowing about it. */
    @FunctionalInterface
    interface MovementWriter {
        MovementReport write(Limbeck limbeck, Appendable out) throws IOException;
    }

    /** Writes a script. */
    @FunctionalInterface
    interface Writer {
        List<Diagnostic> write(Appendable out) throws IOException;
    }

    /** Returns the outcome that holds the script of a movement. */
    static Outcome of(Session session, MovementWriter writer) {
        Limbeck limbeck = session.limbeck();
        return of(session, (Writer) out -> writer.write(limbeck, out).notices())
                .warning(Placeholders.unused(session));
    }

    /**
     * Returns the outcome that holds a script. As text it goes out while it is written, however
     * large it is; for JSON it is collected.
     */
    static Outcome of(Session session, Writer writer) {
        try {
            if (session.options().output() == GlobalOptions.Output.TEXT) {
                List<Diagnostic> notices = writer.write(session.terminal().out());
                return Outcome.of(new Script("")).warning(notices);
            }
            StringBuilder text = new StringBuilder();
            List<Diagnostic> notices = writer.write(text);
            return Outcome.of(new Script(text.toString())).warning(notices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A script.
     *
     * @param text empty where it went out already
     */
    private record Script(String text) implements Answer {
        @Override
        public void print(TextOutput out) {
            out.text(text);
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("sql", text);
            json.writeEndObject();
        }
    }
}
