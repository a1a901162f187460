/**
 * The normal form: a text becomes what H2 itself prints of it, in a scratch database in memory.
 *
 * <p>Start with {@link dev.limbeck.h2.normal.H2Normalizer}.
 */
@NullMarked
package dev.limbeck.h2.normal;

import org.jspecify.annotations.NullMarked;
