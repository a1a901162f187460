package dev.limbeck.execute;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;

/** The lines of a script in the making. */
final class ScriptLines {
    private static final int BUFFER = 8192;

    private final Appendable out;

    ScriptLines(Appendable out) {
        this.out = out;
    }

    void line(String text) {
        try {
            out.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line that says something to people. */
    void comment(String text) {
        line("-- " + text.replaceAll("\\R", " "));
    }

    /** Writes a statement of the ledger. */
    void statement(String text) {
        line(text + ";");
    }

    /** Writes data as it comes; ends the last line where the data does not. */
    void data(Reader data) throws IOException {
        char[] buffer = new char[BUFFER];
        char last = '\n';
        for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
            out.append(CharBuffer.wrap(buffer, 0, read));
            last = read > 0 ? buffer[read - 1] : last;
        }
        if (last != '\n') {
            out.append('\n');
        }
    }
}
