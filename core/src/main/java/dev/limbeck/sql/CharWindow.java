package dev.limbeck.sql;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of a script that is in memory: it grows at its end as the scanner reaches further,
 * and loses its beginning only when {@link #forget} is called. In between, indexes stay as they
 * are.
 */
final class CharWindow {
    private static final int LONGEST = 1 << 28;

    /** Most scripts are shorter, and thousands of them may be read in a row. */
    private static final int FIRST_CAPACITY = 1 << 12;

    private static final int SMALLEST_CAPACITY = 64;

    /** Where a script is longer, so much is read at a time. */
    private static final int CAPACITY = 1 << 16;

    private final @Nullable Reader reader;
    private final int longest;
    private char[] chars;
    private int limit;
    private long base;
    private boolean ended;
    private boolean overflowed;
    private long work;

    private CharWindow(@Nullable Reader reader, int longest, char[] chars, int limit) {
        this.reader = reader;
        this.longest = longest;
        this.chars = chars;
        this.limit = limit;
        this.ended = reader == null;
    }

    /** Returns a window that streams over a reader and holds as much as the heap can bear. */
    static CharWindow over(Reader reader) {
        return over(reader, mostInMemory());
    }

    /** Returns a window that streams over a reader and holds at most {@code longest} characters. */
    static CharWindow over(Reader reader, int longest) {
        return new CharWindow(reader, longest, new char[Math.min(FIRST_CAPACITY, longest)], 0);
    }

    /**
     * Returns a window that streams over a reader.
     *
     * @param expected about how many characters there are; no more than these are made room for at
     *     first
     */
    static CharWindow overExpected(Reader reader, int expected) {
        int capacity = Math.max(SMALLEST_CAPACITY, Math.min(expected, FIRST_CAPACITY));
        return new CharWindow(reader, mostInMemory(), new char[capacity], 0);
    }

    private static int mostInMemory() {
        // While a window grows there are two arrays of two bytes a character, and then a string.
        return (int) Math.min(Runtime.getRuntime().maxMemory() / 8, LONGEST);
    }

    /** Returns a window that holds a whole text. */
    static CharWindow over(String text) {
        return new CharWindow(null, Integer.MAX_VALUE, text.toCharArray(), text.length());
    }

    /** Returns the characters; only those below {@link #limit()} count. Not to be kept. */
    char[] chars() {
        return chars;
    }

    /** Returns the index after the last character in memory. */
    int limit() {
        return limit;
    }

    /** Returns how far a character is from the start of the script. */
    long offset(int index) {
        return base + index;
    }

    /** Returns the index of a character that is in memory. */
    int index(long offset) {
        return (int) (offset - base);
    }

    /** Returns whether more was asked for than the window may hold. */
    boolean overflowed() {
        return overflowed;
    }

    /** Returns how many times characters were looked at or copied. */
    long work() {
        return work;
    }

    /** Counts characters that were looked at. */
    void worked(int characters) {
        work += characters;
    }

    /** Returns whether there is a character at an index, reading on where need be. */
    boolean reach(int index) throws IOException {
        while (index >= limit) {
            if (!readOn()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the character at an index, or -1 where the script ends before it. */
    int at(int index) throws IOException {
        work++;
        return index < limit || reach(index) ? chars[index] : -1;
    }

    private boolean readOn() throws IOException {
        if (ended || overflowed || reader == null) {
            return false;
        }
        if (limit == chars.length && limit >= longest) {
            overflowed = true;
            return false;
        }
        boolean longer = base > 0 && base + limit >= chars.length;
        boolean goesOn = longer && chars.length < Math.min(CAPACITY, longest);
        if (limit == chars.length || goesOn) {
            work += limit;
            long wanted = Math.max(2L * limit, CAPACITY);
            chars = Arrays.copyOf(chars, (int) Math.min(wanted, longest));
        }
        int count = reader.read(chars, limit, chars.length - limit);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    /** Returns whether so much lies before an index that it is worth forgetting. */
    boolean isWorthForgetting(int index) {
        return reader != null && index >= chars.length / 2;
    }

    /** Drops what lies before an index, which becomes index 0. */
    void forget(int index) {
        work += limit - index;
        System.arraycopy(chars, index, chars, 0, limit - index);
        limit -= index;
        base += index;
    }

    /** Starts counting after a byte order mark, where there is one; returns the first index. */
    int passByteOrderMark() throws IOException {
        if (at(0) != '\uFEFF') {
            return 0;
        }
        base = -1;
        return 1;
    }

    /** Gives up what is in memory, so that a script that overflowed can be read to its end. */
    void restart() {
        base += limit;
        limit = 0;
        overflowed = false;
    }

    void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
