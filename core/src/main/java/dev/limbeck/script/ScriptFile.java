package dev.limbeck.script;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One .sql file of a revision.
 *
 * @param path where it is
 * @param shown the path as users see it, relative to where they stand
 * @param direction which way it moves the schema
 * @param stem its name without dialect and ending; up and down pair by it
 * @param variant the dialect it is for; empty: every one
 */
public record ScriptFile(
        Path path, Path shown, Direction direction, String stem, Optional<String> variant) {}
