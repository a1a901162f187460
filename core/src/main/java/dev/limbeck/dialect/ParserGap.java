package dev.limbeck.dialect;

import java.util.List;
import java.util.Optional;

/**
 * A form of words that servers take and the SQL parser doesn't.
 *
 * <p>A pattern is made of tokens with one blank between any two. What stands there in capitals or
 * is a symbol stands for itself; {@code <name>} is a name with whatever qualifies it, {@code
 * <number>}, {@code <string>} and {@code <parameter>} are what they say, {@code <list>} is
 * everything from an opening parenthesis to the one that closes it. What stands between square
 * brackets is what the parser stumbles at.
 *
 * @param pattern the tokens
 * @param respelled what the parser reads in place of what is in brackets, not longer than that;
 *     empty: there is nothing that means the same, so such a statement is not judged
 */
public record ParserGap(List<String> pattern, Optional<String> respelled) {
    public ParserGap {
        pattern = List.copyOf(pattern);
    }

    /** Returns the gap around which the parser gets by reading something else. */
    public static ParserGap respelled(String pattern, String text) {
        return new ParserGap(List.of(pattern.split(" ", -1)), Optional.of(text));
    }

    /** Returns the gap around which the parser gets by overlooking what is in brackets. */
    public static ParserGap overlooked(String pattern) {
        return respelled(pattern, "");
    }

    /** Returns the gap because of which a statement is not judged. */
    public static ParserGap unreadable(String pattern) {
        return new ParserGap(List.of(pattern.split(" ", -1)), Optional.empty());
    }
}
