/**
 * Bytes and characters, below anything that knows SQL or configuration.
 *
 * <p>Start with {@link dev.limbeck.text.StrictUtf8}.
 */
@NullMarked
package dev.limbeck.text;

import org.jspecify.annotations.NullMarked;
