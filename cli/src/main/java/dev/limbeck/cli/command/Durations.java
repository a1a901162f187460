package dev.limbeck.cli.command;

import dev.limbeck.config.DurationText;
import java.time.Duration;

/** Reads durations as people type them: {@code 30s}, {@code 5m}, {@code 250ms}, {@code 10}. */
final class Durations {
    private Durations() {}

    /** Reads a duration; a bare number is seconds. */
    static Duration parse(String option, String text) {
        return DurationText.parse(text)
                .orElseThrow(
                        () ->
                                Session.usage(
                                        "'"
                                                + text
                                                + "' is no duration for "
                                                + option
                                                + "; "
                                                + DurationText.EXAMPLES
                                                + " would be"));
    }
}
