package dev.limbeck.script;

import java.util.List;

/**
 * A statement's text with variables replaced, which still knows where each character came from.
 *
 * @param text what is sent
 * @param replacements in order of their place
 */
public record RenderedText(String text, List<Replacement> replacements) {
    public RenderedText {
        replacements = List.copyOf(replacements);
    }

    /**
     * One variable that was replaced.
     *
     * @param offset where the value begins in the rendered text
     * @param length the value's length
     * @param sourceOffset where {@code ${…}} begins in the statement
     * @param sourceLength the length of {@code ${…}}
     */
    public record Replacement(int offset, int length, int sourceOffset, int sourceLength) {}

    /** Returns the offset in the statement that an offset in the rendered text came from. */
    public int sourceOffset(int offset) {
        int shift = 0;
        for (Replacement replacement : replacements) {
            if (offset < replacement.offset()) {
                break;
            }
            if (offset < replacement.offset() + replacement.length()) {
                return replacement.sourceOffset();
            }
            shift =
                    replacement.sourceOffset()
                            + replacement.sourceLength()
                            - replacement.offset()
                            - replacement.length();
        }
        return offset + shift;
    }
}
