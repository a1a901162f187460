package dev.limbeck.sql;

import java.io.Reader;

/** A text repeated so often that it would be a nuisance in memory. */
final class Repeated extends Reader {
    private final String start;
    private final String text;
    private final long length;
    private long position;

    Repeated(String text, int times) {
        this("", text, times);
    }

    Repeated(String start, String text, int times) {
        this.start = start;
        this.text = text;
        this.length = start.length() + (long) text.length() * times;
    }

    @Override
    public int read(char[] into, int offset, int room) {
        int count = (int) Math.min(room, length - position);
        for (int i = 0; i < count; i++, position++) {
            into[offset + i] =
                    position < start.length()
                            ? start.charAt((int) position)
                            : text.charAt((int) ((position - start.length()) % text.length()));
        }
        return count == 0 && room > 0 ? -1 : count;
    }

    @Override
    public void close() {}
}
