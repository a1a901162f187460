package dev.limbeck.ddl;

import dev.limbeck.error.Diagnostic;

/**
 * A finding at a place inside a statement.
 *
 * @param offset the place, from the start of the statement
 * @param diagnostic what was found, without a place in a file
 */
public record DdlFinding(int offset, Diagnostic diagnostic) {}
