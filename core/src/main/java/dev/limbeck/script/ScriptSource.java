package dev.limbeck.script;

import dev.limbeck.script.ScriptFile.FileState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** Where the bytes of a script come from, each time they are read. */
@FunctionalInterface
public interface ScriptSource {
    /**
     * Up to this size a file is read in one piece: each further call costs as much as the first.
     */
    int ONE_PIECE = 8 * 1024;

    /** Opens the bytes anew. */
    InputStream open() throws IOException;

    /** Returns what stands in a file at the time it is opened. */
    static ScriptSource ofFile(ScriptFile file) {
        long expected = file.state().map(FileState::size).orElse((long) ONE_PIECE);
        // One byte more, which a file that ends where it should does not have.
        int length = (int) Math.min(expected, ONE_PIECE) + 1;
        return () -> {
            byte[] bytes = new byte[length];
            InputStream in = HeaderReader.open(file.path());
            int count;
            try {
                count = in.readNBytes(bytes, 0, length);
            } catch (IOException e) {
                in.close();
                throw e;
            }
            InputStream start = new ByteArrayInputStream(bytes, 0, count);
            if (count == length) {
                return new SequenceInputStream(start, in);
            }
            in.close();
            return start;
        };
    }

    /** Returns a text's bytes. */
    static ScriptSource ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ofBytes(bytes, bytes.length);
    }

    /** Returns the first of some bytes, which are the source's own from here on. */
    static ScriptSource ofBytes(byte[] bytes, int length) {
        return () -> new ByteArrayInputStream(bytes, 0, length);
    }
}
