package dev.limbeck.script;

import dev.limbeck.error.Suggestion;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a revision file: {@code <stem>[.<dialect>].(up|down).sql}.
 *
 * @param stem what comes before dialect and direction
 * @param variant the dialect it is for; empty: every one
 * @param direction which way the file goes
 */
record FileName(String stem, Optional<String> variant, Direction direction) {
    private static final String ENDING = ".sql";

    /** Returns whether a name claims to be a script's, in any case of letters. */
    static boolean isSql(String name) {
        return name.length() >= ENDING.length()
                && name.regionMatches(
                        true, name.length() - ENDING.length(), ENDING, 0, ENDING.length());
    }

    /** Returns a name's parts, or empty where it is not a revision file's. */
    static Optional<FileName> parse(String name, DialectNames dialects) {
        for (Direction direction : Direction.values()) {
            String ending = direction.ending();
            if (name.endsWith(ending) && name.length() > ending.length()) {
                String rest = name.substring(0, name.length() - ending.length());
                return Optional.of(split(rest, direction, dialects));
            }
        }
        return Optional.empty();
    }

    private static FileName split(String rest, Direction direction, DialectNames dialects) {
        int dot = rest.lastIndexOf('.');
        if (dot > 0 && dialects.contains(rest.substring(dot + 1))) {
            return new FileName(
                    rest.substring(0, dot), Optional.of(rest.substring(dot + 1)), direction);
        }
        return new FileName(rest, Optional.empty(), direction);
    }

    /** Returns the dialect that a file without one was probably meant for. */
    Optional<String> probableVariant(DialectNames dialects) {
        int dot = stem.lastIndexOf('.');
        if (variant.isPresent() || dot <= 0) {
            return Optional.empty();
        }
        return Suggestion.nearest(stem.substring(dot + 1).toLowerCase(Locale.ROOT), dialects.all());
    }
}
