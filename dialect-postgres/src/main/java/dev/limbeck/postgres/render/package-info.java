/**
 * Writes changes as SQL that a person would have written.
 *
 * <p>Start with {@link dev.limbeck.postgres.render.PostgresRenderer}; {@code ChangeWriter} finds
 * the writer of a change.
 */
@NullMarked
package dev.limbeck.postgres.render;

import org.jspecify.annotations.NullMarked;
