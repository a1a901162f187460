package dev.limbeck.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without leniency: a wrong byte is never replaced. */
final class StrictUtf8 {
    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private StrictUtf8() {}

    /** Returns a decoder that stops at the first wrong byte. */
    static CharsetDecoder newDecoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Decodes a piece of a file. */
    static String decode(byte[] bytes, int start, int end) throws WrongByteException {
        if (isAscii(bytes, start, end)) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
        CharBuffer out = CharBuffer.allocate(end - start);
        CharsetDecoder decoder = newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new WrongByteException(out.position(), in.get(in.position()));
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private static boolean isAscii(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sentence that names a wrong byte. */
    static String message(byte wrong) {
        return String.format("byte 0x%02X is not valid UTF-8 here", wrong & 0xFF);
    }

    /** A byte that can't stand where it stands. */
    static final class WrongByteException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int charactersBefore;
        private final byte wrong;

        WrongByteException(int charactersBefore, byte wrong) {
            super(message(wrong));
            this.charactersBefore = charactersBefore;
            this.wrong = wrong;
        }

        /** Returns how many characters before it were right. */
        int charactersBefore() {
            return charactersBefore;
        }

        byte wrong() {
            return wrong;
        }
    }
}
