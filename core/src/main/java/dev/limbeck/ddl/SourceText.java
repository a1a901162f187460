package dev.limbeck.ddl;

/**
 * A piece of a statement that is kept as text.
 *
 * @param text the piece, without parentheses around the whole
 * @param offset where it begins, from the start of the statement
 */
public record SourceText(String text, int offset) {}
