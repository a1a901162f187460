/**
 * Brings schemas to the form in which Oracle would give them back.
 *
 * <p>Start with {@link dev.limbeck.oracle.normal.OracleNormalizer}.
 */
@NullMarked
package dev.limbeck.oracle.normal;

import org.jspecify.annotations.NullMarked;
