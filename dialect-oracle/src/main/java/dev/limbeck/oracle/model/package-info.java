/**
 * Words that the reader, the catalog and the renderer share.
 *
 * <p>Start with {@link dev.limbeck.oracle.model.OracleOptions}.
 */
@NullMarked
package dev.limbeck.oracle.model;

import org.jspecify.annotations.NullMarked;
