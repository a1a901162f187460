/**
 * Limbeck as a library.
 *
 * <p>Start with {@link dev.limbeck.Limbeck}. Everything below it is reached through what it
 * returns.
 */
@NullMarked
package dev.limbeck;

import org.jspecify.annotations.NullMarked;
