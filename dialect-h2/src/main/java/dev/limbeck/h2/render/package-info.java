/**
 * Writes changes as SQL, and says which changes H2 can make in place.
 *
 * <p>Start with {@link dev.limbeck.h2.render.H2Renderer}; the rules are {@link
 * dev.limbeck.h2.render.H2ChangeRules}.
 */
@NullMarked
package dev.limbeck.h2.render;

import org.jspecify.annotations.NullMarked;
