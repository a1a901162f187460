/**
 * How PostgreSQL writes: tokens, identifiers, key words, literals.
 *
 * <p>Start with {@link dev.limbeck.postgres.text.PostgresLexicon}. What texts mean is elsewhere:
 * types in {@code type}, expressions in {@code normal}.
 */
@NullMarked
package dev.limbeck.postgres.text;

import org.jspecify.annotations.NullMarked;
