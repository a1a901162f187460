package dev.limbeck.tck.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shared library for Linux x86-64 in which every function says that it failed.
 *
 * <p>MySQL's server is linked against libraries for asynchronous I/O and for machines of several
 * memory nodes. It asks whether they work and does without them where they don't; but without the
 * files it doesn't start, and a bare machine has no {@code libaio}. So the build writes the files,
 * rather than ask for a package that only an administrator can install.
 *
 * @param name its {@code SONAME}
 * @param versions its functions by the version under which they are looked for
 */
record StubLibrary(String name, Map<String, List<String>> versions) {
    private static final int HEADER = 64;
    private static final int SEGMENT = 56;
    private static final int SEGMENTS = 3;
    private static final int DYNAMIC_ENTRY = 16;
    private static final int DYNAMIC_ENTRIES = 10;
    private static final int SYMBOL = 24;
    private static final int GLOBAL_FUNCTION = 0x12;

    /** {@code mov rax, -1; ret}. */
    private static final byte[] FAIL = {
        0x48, (byte) 0xc7, (byte) 0xc0, -1, -1, -1, -1, (byte) 0xc3
    };

    /** Returns the file, as the ELF specification and the GNU extensions for versions have it. */
    byte[] bytes() {
        var names = new Names();
        int ownName = names.add(name);
        int dynamic = HEADER + SEGMENT * SEGMENTS;
        int code = dynamic + DYNAMIC_ENTRY * DYNAMIC_ENTRIES;
        var symbols = new Piece(SYMBOL);
        var symbolVersions = new Piece(0).number(0, 2);
        var definitions = new Piece(0);
        int defined = 0;
        define(definitions, ++defined, versions.isEmpty(), name, ownName);
        int count = 1;
        for (String version : versions.keySet()) {
            define(
                    definitions,
                    ++defined,
                    defined == versions.size() + 1,
                    version,
                    names.add(version));
            for (String function : versions.getOrDefault(version, List.of())) {
                symbols.number(names.add(function), 4)
                        .number(GLOBAL_FUNCTION, 2)
                        .number(1, 2)
                        .number(code, 8)
                        .number(FAIL.length, 8);
                symbolVersions.number(defined, 2);
                count++;
            }
        }
        List<Piece> pieces =
                List.of(
                        new Piece(0).bytes(FAIL),
                        symbols,
                        chain(count),
                        symbolVersions,
                        definitions,
                        names.piece());
        int[] at = new int[pieces.size()];
        int end = code;
        for (int i = 0; i < at.length; i++) {
            at[i] = end;
            end += pieces.get(i).padded().length;
        }
        var file = new Piece(0).bytes(header()).bytes(segments(dynamic, end));
        file.bytes(dynamic(ownName, at, names.piece().size(), defined));
        pieces.forEach(piece -> file.bytes(piece.padded()));
        return file.padded();
    }

    private static void define(Piece into, int index, boolean last, String version, int nameAt) {
        into.number(1, 2)
                .number(index == 1 ? 1 : 0, 2)
                .number(index, 2)
                .number(1, 2)
                .number(hash(version), 4)
                .number(20, 4)
                .number(last ? 0 : 28, 4)
                .number(nameAt, 4)
                .number(0, 4);
    }

    /** A table of one bucket, in which each symbol leads to the next. */
    private static Piece chain(int count) {
        var chain = new Piece(0).number(1, 4).number(count, 4).number(count > 1 ? 1 : 0, 4);
        chain.number(0, 4);
        for (int i = 1; i < count; i++) {
            chain.number(i + 1 < count ? i + 1 : 0, 4);
        }
        return chain;
    }

    private static byte[] header() {
        return new Piece(0)
                .bytes(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                .number(3, 2)
                .number(62, 2)
                .number(1, 4)
                .number(0, 8)
                .number(HEADER, 8)
                .number(0, 8)
                .number(0, 4)
                .number(HEADER, 2)
                .number(SEGMENT, 2)
                .number(SEGMENTS, 2)
                .number(64, 2)
                .number(0, 4)
                .padded();
    }

    /** The file as it is loaded, the dynamic section in it, and a stack that runs no code. */
    private static byte[] segments(int dynamic, int size) {
        var segments = new Piece(0);
        segment(segments, 1, 7, 0, size, 4096);
        segment(segments, 2, 6, dynamic, DYNAMIC_ENTRY * DYNAMIC_ENTRIES, 8);
        segment(segments, 0x6474e551, 6, 0, 0, 16);
        return segments.padded();
    }

    private static void segment(
            Piece into, int type, int rights, int offset, int size, int alignment) {
        into.number(type, 4).number(rights, 4);
        into.number(offset, 8).number(offset, 8).number(offset, 8);
        into.number(size, 8).number(size, 8).number(alignment, 8);
    }

    private static byte[] dynamic(int ownName, int[] at, int namesSize, int defined) {
        return new Piece(0)
                .number(14, 8)
                .number(ownName, 8)
                .number(4, 8)
                .number(at[2], 8)
                .number(5, 8)
                .number(at[5], 8)
                .number(6, 8)
                .number(at[1], 8)
                .number(10, 8)
                .number(namesSize, 8)
                .number(11, 8)
                .number(SYMBOL, 8)
                .number(0x6ffffff0L, 8)
                .number(at[3], 8)
                .number(0x6ffffffcL, 8)
                .number(at[4], 8)
                .number(0x6ffffffdL, 8)
                .number(defined, 8)
                .number(0, 8)
                .number(0, 8)
                .padded();
    }

    private static long hash(String text) {
        long hash = 0;
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash << 4) + letter;
            long high = hash & 0xf0000000L;
            hash = (hash ^ (high >> 24)) & ~high;
        }
        return hash;
    }

    /** Bytes in the making, lowest first. */
    private static final class Piece {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Piece(int zeros) {
            bytes(new byte[zeros]);
        }

        Piece number(long value, int width) {
            byte[] all =
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
            bytes.write(all, 0, width);
            return this;
        }

        Piece bytes(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        int size() {
            return bytes.size();
        }

        /** Returns the bytes, filled up to a multiple of eight. */
        byte[] padded() {
            var copy = new ByteArrayOutputStream();
            copy.writeBytes(bytes.toByteArray());
            copy.writeBytes(new byte[(8 - bytes.size() % 8) % 8]);
            return copy.toByteArray();
        }
    }

    /** The table of names; each is known by where it begins. */
    private static final class Names {
        private final List<String> names = new ArrayList<>(List.of(""));
        private int end = 1;

        int add(String name) {
            int start = end;
            names.add(name);
            end += name.length() + 1;
            return start;
        }

        Piece piece() {
            String text = String.join("\0", names) + "\0";
            return new Piece(0).bytes(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
