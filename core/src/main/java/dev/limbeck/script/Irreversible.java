package dev.limbeck.script;

import dev.limbeck.error.SourceLocation;

/**
 * An up script's word that nothing takes it back.
 *
 * @param reason why
 * @param where it says so
 */
public record Irreversible(String reason, SourceLocation where) {}
