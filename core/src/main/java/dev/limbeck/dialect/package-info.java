/**
 * The door through which a database comes in: what is peculiar to one vendor, and nothing else.\n
 * *\n *
 *
 * <p>Start with {@link dev.limbeck.dialect.Dialect}.
 */
@NullMarked
package dev.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
