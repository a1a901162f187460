/**
 * Reads the schema of a live database from {@code information_schema}, in a number of queries that
 * does not depend on how much there is.
 *
 * <p>The introspector lives here.
 */
@NullMarked
package dev.limbeck.mysql.catalog;

import org.jspecify.annotations.NullMarked;
