package dev.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream that takes the digest of the text which is read through it. */
final class DigestedStream extends InputStream {
    private final InputStream in;
    private final TextDigest digest = new TextDigest();

    DigestedStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, offset + count);
        }
        return count;
    }

    /** Reads what is left and returns the digest of the whole. */
    String finish() throws IOException {
        // Mostly nothing is left, and a buffer would be made for that.
        if (read() >= 0) {
            transferTo(OutputStream.nullOutputStream());
        }
        return digest.finish();
    }

    /** Returns the number of bytes of the text so far. */
    long size() {
        return digest.size();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
