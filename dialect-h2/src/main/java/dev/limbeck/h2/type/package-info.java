/**
 * The types, and the domains that stand for them.
 *
 * <p>Start with {@link dev.limbeck.h2.type.H2Types}.
 */
@NullMarked
package dev.limbeck.h2.type;

import org.jspecify.annotations.NullMarked;
