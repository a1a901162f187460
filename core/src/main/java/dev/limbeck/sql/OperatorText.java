package dev.limbeck.sql;

import java.io.IOException;

/** Finds how long an operator is: one of a known list, or any run of operator characters. */
final class OperatorText {
    /** Longer runs are several operators: nobody has one so long, and looking on takes time. */
    private static final int LONGEST = 16;

    private static final String CHARACTERS = "+-*/<>=~!@#%^&|`?";
    private static final String FREE_AT_THE_END = "~!@#%^&|`?";
    private static final String KNOWN =
            " <=> ->> || <= >= <> != ^= ~= := :: => .. ** << >> && -> @@ ";

    private final CharWindow window;

    OperatorText(CharWindow window) {
        this.window = window;
    }

    /** Returns the length of the known operator at an index, at least 1. */
    int knownLength(int start) throws IOException {
        for (int length = 3; length > 1; length--) {
            if (window.at(start + 1) >= 0
                    && CHARACTERS.indexOf(window.at(start + 1)) >= 0
                    && window.reach(start + length - 1)
                    && KNOWN.contains(" " + new String(window.chars(), start, length) + " ")) {
                return length;
            }
        }
        return 1;
    }

    /**
     * Returns the length of the run of operator characters at an index, at least 1. It ends before
     * a comment, and in a sign only where it holds a character that makes that usual: {@code =-1}
     * is two operators.
     */
    int runLength(int start) throws IOException {
        int length = 1;
        boolean mayEndInSign = isFreeAtTheEnd(window.at(start));
        while (length < LONGEST && isPart(start + length)) {
            mayEndInSign |= isFreeAtTheEnd(window.at(start + length));
            length++;
        }
        while (length > 1 && !mayEndInSign && isSign(window.at(start + length - 1))) {
            length--;
        }
        return length;
    }

    private boolean isPart(int index) throws IOException {
        int c = window.at(index);
        if (c < 0 || CHARACTERS.indexOf(c) < 0) {
            return false;
        }
        int next = window.at(index + 1);
        return !(c == '-' && next == '-') && !(c == '/' && next == '*');
    }

    private static boolean isFreeAtTheEnd(int c) {
        return FREE_AT_THE_END.indexOf(c) >= 0;
    }

    private static boolean isSign(int c) {
        return c == '+' || c == '-';
    }
}
