/**
 * Reads a live database into a schema, by a fixed number of questions.
 *
 * <p>Start with {@link dev.limbeck.h2.catalog.H2Introspector}. Each question is a file beneath
 * {@code questions}.
 */
@NullMarked
package dev.limbeck.h2.catalog;

import org.jspecify.annotations.NullMarked;
