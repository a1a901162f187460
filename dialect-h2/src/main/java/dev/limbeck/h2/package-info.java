/**
 * H2 2.x: in memory, in a file, behind its server.
 *
 * <p>Start with {@link dev.limbeck.h2.H2Dialect}, which wires the rest together.
 */
@NullMarked
package dev.limbeck.h2;

import org.jspecify.annotations.NullMarked;
