package dev.limbeck.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes a stream; throws {@link WrongByteException} at the first byte that is not UTF-8. A byte
 * order mark at the start is passed over.
 */
public final class StrictUtf8Reader extends Reader {
    private static final int BUFFER = 4 * 1024;
    private static final int SMALLEST = 64;
    private static final int NONE = -1;

    private final InputStream in;
    private final CharsetDecoder decoder = StrictUtf8.newDecoder();
    private final ByteBuffer bytes;
    private final LinePosition position = new LinePosition();
    private int pending = NONE;
    private boolean started;
    private boolean inputEnded;

    /** Decodes a stream, which is closed with this reader. */
    public StrictUtf8Reader(InputStream in) {
        this(in, BUFFER);
    }

    /**
     * Decodes a stream, which is closed with this reader.
     *
     * @param expected about how many bytes it holds: thousands of short ones may be read in a row
     */
    public StrictUtf8Reader(InputStream in, int expected) {
        this.in = in;
        this.bytes = ByteBuffer.allocate(Math.max(SMALLEST, Math.min(expected, BUFFER)));
        bytes.flip();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!started) {
            passMark();
        }
        if (pending >= 0) {
            target[offset] = (char) pending;
            pending = NONE;
            return 1;
        }
        return length == 1 ? readOne(target, offset) : decode(target, offset, length);
    }

    /** A character outside the basic plane comes as two at once. */
    private int readOne(char[] target, int offset) throws IOException {
        char[] pair = new char[2];
        int count = decode(pair, 0, 2);
        if (count > 0) {
            target[offset] = pair[0];
        }
        if (count > 1) {
            pending = pair[1];
        }
        return Math.min(count, 1);
    }

    private int decode(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, inputEnded);
            int count = out.position() - offset;
            if (result.isError() && count == 0) {
                throw new WrongByteException(
                        bytes.get(bytes.position()), position.line(), position.column());
            }
            if (count > 0) {
                position.pass(target, offset, offset + count);
                return count;
            }
            if (inputEnded) {
                return -1;
            }
            fill();
        }
    }

    private void passMark() throws IOException {
        started = true;
        while (bytes.remaining() < 3 && !inputEnded) {
            fill();
        }
        bytes.position(bytes.position() + StrictUtf8.markLength(bytes.array(), bytes.remaining()));
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            inputEnded = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
