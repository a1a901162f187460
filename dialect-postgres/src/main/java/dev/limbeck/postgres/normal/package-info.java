/**
 * The normal form: two spellings of one thing become equal, and nothing else does.
 *
 * <p>Start with {@link dev.limbeck.postgres.normal.PostgresNormalizer}. {@link
 * dev.limbeck.postgres.normal.PostgresTexts} does expressions and queries, {@link
 * dev.limbeck.postgres.normal.PostgresPartNames} the names that the server gives to parts.
 */
@NullMarked
package dev.limbeck.postgres.normal;

import org.jspecify.annotations.NullMarked;
