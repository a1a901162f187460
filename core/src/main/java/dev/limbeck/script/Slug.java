package dev.limbeck.script;

import java.text.Normalizer;
import java.util.Locale;

/** The part of a file name that a message makes. */
final class Slug {
    private static final char JOINT = '_';

    private Slug() {}

    /**
     * Returns the words of a message in lower case, joined by {@code _}. What is longer than
     * allowed is cut back to the last {@code _}, which stays; letters of every alphabet are kept.
     *
     * @param longest in characters
     */
    static String of(String message, int longest) {
        String words = join(Normalizer.normalize(message, Normalizer.Form.NFC));
        if (words.codePointCount(0, words.length()) <= longest) {
            return words;
        }
        String cut = words.substring(0, words.offsetByCodePoints(0, longest));
        int joint = cut.lastIndexOf(JOINT);
        return joint < 0 ? cut : cut.substring(0, joint + 1);
    }

    private static String join(String message) {
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < message.length(); ) {
            int c = message.codePointAt(i);
            i += Character.charCount(c);
            if (isWordPart(c)) {
                if (gap && slug.length() > 0) {
                    slug.append(JOINT);
                }
                slug.appendCodePoint(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return slug.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isWordPart(int c) {
        return c == JOINT
                || Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK ->
                            true;
                    default -> false;
                };
    }
}
