/**
 * The door through which a database comes in: what is peculiar to one vendor, and nothing else.
 *
 * <p>Start with {@link dev.limbeck.dialect.Dialect}; {@link dev.limbeck.dialect.Dialects} finds the
 * right one. What every dialect must keep to is tested by the contract in the module dialect-tck.
 */
@NullMarked
package dev.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
