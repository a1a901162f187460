package dev.limbeck.mysql.text;

import dev.limbeck.schema.IndexPart;
import java.util.List;
import java.util.stream.Collectors;

/** How the columns of a key are written that holds more than whole columns in their order. */
public final class KeyText {
    private KeyText() {}

    /** Returns whether the columns of a key say all of it. */
    public static boolean isPlain(List<IndexPart> parts) {
        return parts.stream().allMatch(part -> part.prefixLength().isEmpty() && !part.descending());
    }

    /** Returns the columns with their lengths and directions, as they stand in parentheses. */
    public static String of(List<IndexPart> parts) {
        return parts.stream().map(KeyText::of).collect(Collectors.joining(", "));
    }

    private static String of(IndexPart part) {
        return MySqlIdentifiers.write(part.column().orElseThrow())
                + (part.prefixLength().isPresent()
                        ? "(" + part.prefixLength().getAsInt() + ")"
                        : "")
                + (part.descending() ? " DESC" : "");
    }
}
