package dev.limbeck.script;

import dev.limbeck.error.ScriptException;
import dev.limbeck.text.StrictUtf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Changes single lines of headers and leaves every other byte of the file alone. */
final class HeaderLines {
    private HeaderLines() {}

    /** The bytes a header lies in, and the line that is looked for. */
    private record Located(byte[] head, LineBytes line) {
        String text() throws IOException {
            return StrictUtf8.decode(head, line.start(), line.end());
        }
    }

    /** Returns the change that gives a revision other parents. */
    static HeaderEdit planRevises(ScriptFile file, List<String> revises) {
        HeaderReader.Result result = HeaderReader.read(file);
        Header.Line line =
                result.header()
                        .flatMap(header -> header.entry(HeaderKey.REVISES))
                        .orElseThrow(() -> new ScriptException(Script.changed(file)));
        try (InputStream in = Files.newInputStream(file.path())) {
            String before = locate(in, line.line()).text();
            int start = line.valueColumn() - 1;
            String end = before.substring(start + line.value().length());
            String opening = before.substring(0, start).stripTrailing();
            String blanks = before.substring(opening.length(), start);
            String value = String.join(", ", revises);
            String gap = value.isEmpty() || !blanks.isEmpty() ? blanks : " ";
            return new HeaderEdit(file, line.line(), before, opening + gap + value + end);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Returns the file's content with one line changed, streamed. */
    static FileSet.Content apply(HeaderEdit edit) {
        return out -> {
            try (InputStream in = Files.newInputStream(edit.file().path())) {
                Located located = locate(in, edit.line());
                if (!located.text().equals(edit.before())) {
                    throw new ScriptException(Script.changed(edit.file()));
                }
                byte[] head = located.head();
                out.write(head, 0, located.line().start());
                out.write(edit.after().getBytes(StandardCharsets.UTF_8));
                out.write(head, located.line().end(), head.length - located.line().end());
                in.transferTo(out);
            }
        };
    }

    private static Located locate(InputStream in, int number) throws IOException {
        byte[] head = in.readNBytes(HeaderReader.LONGEST);
        LineBytes line = LineBytes.at(head, StrictUtf8.markLength(head, head.length), head.length);
        for (int i = 1; i < number && line.end() < head.length; i++) {
            line = LineBytes.at(head, line.next(head, head.length), head.length);
        }
        return new Located(head, line);
    }

    private static ScriptException unreadable(ScriptFile file, IOException e) {
        return UnreadableFile.failure(file.shown(), e);
    }
}
