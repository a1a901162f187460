package dev.limbeck.oracle;

import dev.limbeck.dialect.ServerError.Place;
import java.util.Optional;

/** Finds places that the server tells by line and column. */
final class TextPlace {
    private TextPlace() {}

    /**
     * Returns the place of a line and a column.
     *
     * @param line 1-based
     * @param column 1-based
     */
    static Place at(String text, int line, int column) {
        return at(text, 0, line, column);
    }

    /**
     * Returns the place of a line and a column, counted from somewhere in a text.
     *
     * @param start where line 1 begins, perhaps in the middle of a line
     */
    static Place at(String text, int start, int line, int column) {
        int from = start;
        for (int passed = 1; passed < line; passed++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                return Place.UNKNOWN;
            }
            from = end + 1;
        }
        int offset = from + Math.max(0, column - 1);
        return offset < text.length() ? Place.atOffset(offset, Optional.empty()) : Place.UNKNOWN;
    }
}
