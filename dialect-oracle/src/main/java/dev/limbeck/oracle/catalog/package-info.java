/**
 * Reads the schema of a live database from the {@code ALL_} views, restricted to the schemas that
 * are asked for, in a number of queries that does not depend on how much there is.
 *
 * <p>Start with {@link dev.limbeck.oracle.catalog.OracleIntrospector}. The texts of programs are
 * read by the reader of {@code dev.limbeck.oracle.ddl}, so that they mean what they mean in a
 * script.
 */
@NullMarked
package dev.limbeck.oracle.catalog;

import org.jspecify.annotations.NullMarked;
