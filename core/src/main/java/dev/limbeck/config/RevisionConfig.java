package dev.limbeck.config;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How new revision files are named.
 *
 * @param fileTemplate how the name is made
 * @param timezone of the date in names and headers
 * @param slugLength longest slug, in characters
 */
public record RevisionConfig(FileTemplate fileTemplate, ZoneId timezone, int slugLength) {
    /** The longest slug that can be asked for: file names end at 255 bytes on most systems. */
    public static final int LONGEST_SLUG = 150;

    /** The naming used where nothing else is said. */
    public static final RevisionConfig DEFAULT =
            new RevisionConfig(new FileTemplate("{rev}_{slug}"), ZoneOffset.UTC, 40);
}
