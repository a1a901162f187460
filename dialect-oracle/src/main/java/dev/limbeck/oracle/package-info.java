/**
 * Oracle: what is peculiar to its connections, sessions and errors.
 *
 * <p>Start with {@link dev.limbeck.oracle.OracleDialect}. What it knows of schemas is put together
 * in {@code OracleSchemas}, from the packages beside this one.
 */
@NullMarked
package dev.limbeck.oracle;

import org.jspecify.annotations.NullMarked;
