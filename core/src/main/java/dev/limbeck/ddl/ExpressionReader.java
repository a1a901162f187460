package dev.limbeck.ddl;

import dev.limbeck.schema.Expression;

/** Finds out what a piece of SQL text refers to. */
@FunctionalInterface
public interface ExpressionReader {
    /**
     * Returns a text with what it refers to.
     *
     * @param text without parentheses around the whole
     * @param scope what its names can mean
     */
    Expression read(String text, ExpressionScope scope);
}
