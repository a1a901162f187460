package dev.limbeck.expression;

/**
 * Where something stands in a text.
 *
 * @param begin the offset of its first character
 * @param end the offset behind its last character
 */
public record Place(int begin, int end) {
    /** The place of what was not read from a text. */
    static final Place NOWHERE = new Place(-1, -1);

    boolean isKnown() {
        return begin >= 0;
    }
}
