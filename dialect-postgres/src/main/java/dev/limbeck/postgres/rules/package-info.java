/**
 * What the server can and can't do in place: the rules by which a difference becomes changes.
 *
 * <p>Start with {@link dev.limbeck.postgres.rules.PostgresChangeRules}. Writing the changes is the
 * work of {@code render}.
 */
@NullMarked
package dev.limbeck.postgres.rules;

import org.jspecify.annotations.NullMarked;
