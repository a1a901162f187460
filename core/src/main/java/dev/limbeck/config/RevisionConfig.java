package dev.limbeck.config;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How new revision files are named.
 *
 * @param fileTemplate with {rev} {slug} {year} {month} {day} {hour} {minute} {second} {epoch}
 * @param timezone of the date in names and headers
 * @param slugLength longest slug, in characters
 */
public record RevisionConfig(String fileTemplate, ZoneId timezone, int slugLength) {
    /** The naming used where nothing else is said. */
    public static final RevisionConfig DEFAULT =
            new RevisionConfig("{rev}_{slug}", ZoneOffset.UTC, 40);
}
