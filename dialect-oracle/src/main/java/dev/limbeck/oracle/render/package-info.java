/**
 * Writes changes as Oracle's SQL.
 *
 * <p>Start with {@link dev.limbeck.oracle.render.OracleRenderer}.
 */
@NullMarked
package dev.limbeck.oracle.render;

import org.jspecify.annotations.NullMarked;
