package dev.limbeck.cli.print;

/**
 * How many columns of a terminal a text takes. Java has no such function; the ranges are those of
 * Unicode's East Asian Width property that are wide or full-width, and the pictographs.
 */
public final class DisplayWidth {
    /** First and last code point of each range that takes two columns, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653, 0x26A1,
        0x26A1, 0x26BD, 0x26BE, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
        0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2E80,
        0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CFF, 0x1B000,
        0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200,
        0x1F320, 0x1F32D, 0x1F64F, 0x1F680, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F90C, 0x1FAFF, 0x20000,
        0x3FFFD
    };

    /** Below this, in ASCII, every character takes one column. */
    private static final int FIRST_SPECIAL = 0x80;

    private DisplayWidth() {}

    /** Returns the columns a text takes. */
    public static int of(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) < FIRST_SPECIAL) {
            plain++;
        }
        int columns = plain;
        for (int i = plain; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            columns += of(codePoint);
            i += Character.charCount(codePoint);
        }
        return columns;
    }

    /** Returns a text with blanks after it, so that it takes at least some columns. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** Returns the part of a text that fits into some columns. */
    static String cut(String text, int columns) {
        int taken = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            taken += of(text.codePointAt(i));
            if (taken > columns) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** Returns the columns a character takes: 0, 1 or 2. */
    static int of(int codePoint) {
        if (codePoint < FIRST_SPECIAL) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (codePoint > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
