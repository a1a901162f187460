/**
 * The statements that make objects which are kept by their text, taken apart as far as {@code
 * ALTER} needs it: what the alteration leaves is again one text that makes the object as it is. See
 * {@link dev.limbeck.postgres.definition.Definition}.
 */
@NullMarked
package dev.limbeck.postgres.definition;

import org.jspecify.annotations.NullMarked;
