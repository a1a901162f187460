package dev.limbeck.script;

import dev.limbeck.script.ScriptFile.FileState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** Where the bytes of a script come from, each time they are read. */
@FunctionalInterface
interface ScriptSource {
    /**
     * Up to this size a file is read in one piece: each further call costs as much as the first.
     */
    int ONE_PIECE = 8 * 1024;

    InputStream open() throws IOException;

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

    static ScriptSource ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }
}
