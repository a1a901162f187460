package dev.limbeck.script;

import org.jspecify.annotations.Nullable;

/**
 * A <code>${name}</code> in a text.
 *
 * @param start offset of the dollar sign
 * @param end offset after the brace
 */
record VariableUse(String name, int start, int end) {
    private static final String OPENING = "${";

    /** Finds the first use at or after an offset; {@code null} where there is none. */
    static @Nullable VariableUse next(String text, int from) {
        for (int start = text.indexOf(OPENING, from);
                start >= 0;
                start = text.indexOf(OPENING, start + 1)) {
            int nameStart = start + OPENING.length();
            int end = nameStart;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            if (end < text.length()
                    && text.charAt(end) == '}'
                    && isName(text.substring(nameStart, end))) {
                return new VariableUse(text.substring(nameStart, end), start, end + 1);
            }
        }
        return null;
    }

    /** Returns whether a text can be a variable's name. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> isNamePart((char) c));
    }

    private static boolean isNamePart(char c) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9');
    }
}
