package dev.limbeck.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {
    @Test
    void decodesWhatIsRight() throws IOException {
        String text = "a\u00e4\u20ac\ud83d\ude00\r\n";
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(readAll(text.getBytes(StandardCharsets.UTF_8), 3)).isEqualTo(text);
    }

    @Test
    void namesTheWrongByteWithItsLineAndColumn() {
        byte[] bytes = {'a', '\r', '\n', (byte) 0xC3, (byte) 0xA4, 'b', (byte) 0xE4, 'c'};
        for (WrongByteException e :
                new WrongByteException[] {
                    catchThrowableOfType(WrongByteException.class, () -> decode(bytes)),
                    catchThrowableOfType(WrongByteException.class, () -> readAll(bytes, 1)),
                    catchThrowableOfType(WrongByteException.class, () -> readAll(bytes, 100))
                }) {
            assertThat(e.sentence()).isEqualTo("byte 0xE4 is not valid UTF-8 here");
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.column()).isEqualTo(3);
        }
    }

    @Test
    void aTruncatedCharacterAtTheEndIsWrong() {
        byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82};
        assertThatThrownBy(() -> readAll(bytes, 10)).isInstanceOf(WrongByteException.class);
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        byte[] bytes = "\ufeffab".getBytes(StandardCharsets.UTF_8);
        assertThat(readAll(bytes, 1)).isEqualTo("ab");
        assertThat(StrictUtf8.markLength(bytes, bytes.length)).isEqualTo(3);
        assertThat(StrictUtf8.markLength(bytes, 2)).isZero();
    }

    @Test
    void charactersCanBeReadOneByOne() throws IOException {
        StrictUtf8Reader reader =
                new StrictUtf8Reader(
                        new ByteArrayInputStream("\ud83d\ude00x".getBytes(StandardCharsets.UTF_8)));
        assertThat(reader.read()).isEqualTo(0xd83d);
        assertThat(reader.read()).isEqualTo(0xde00);
        assertThat(reader.read()).isEqualTo('x');
        assertThat(reader.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithThePlatformOnAnyBytes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = bytes(random);
            String expected;
            try {
                expected =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
            } catch (CharacterCodingException e) {
                assertThatThrownBy(() -> readAll(bytes, 7))
                        .as("seed %d, case %d", seed, i)
                        .isInstanceOf(WrongByteException.class);
                continue;
            }
            String withoutMark = expected.startsWith("\ufeff") ? expected.substring(1) : expected;
            assertThat(readAll(bytes, 1 + random.nextInt(5)))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(withoutMark);
            assertThat(decode(bytes)).isEqualTo(expected);
        }
    }

    private static byte[] bytes(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int code = random.nextInt(random.nextBoolean() ? 0x100 : 0x10FFFF);
            text.appendCodePoint(Character.getType(code) == Character.SURROGATE ? 'x' : code);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static String decode(byte[] bytes) throws IOException {
        return StrictUtf8.decode(bytes, 0, bytes.length);
    }

    /** Reads through a stream that hands out a few bytes at a time. */
    private static String readAll(byte[] bytes, int step) throws IOException {
        InputStream slow =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, step));
                    }
                };
        StringBuilder text = new StringBuilder();
        try (StrictUtf8Reader reader = new StrictUtf8Reader(slow)) {
            char[] buffer = new char[step + 1];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
        }
        return text.toString();
    }
}
