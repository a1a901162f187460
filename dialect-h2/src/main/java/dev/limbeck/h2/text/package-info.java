/**
 * How H2 writes: tokens, identifiers, key words, and the names it makes up.
 *
 * <p>Start with {@link dev.limbeck.h2.text.H2Names}.
 */
@NullMarked
package dev.limbeck.h2.text;

import org.jspecify.annotations.NullMarked;
