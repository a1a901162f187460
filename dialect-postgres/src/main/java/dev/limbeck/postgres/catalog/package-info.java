/**
 * Reads a live database into a schema, by a fixed number of questions.
 *
 * <p>Start with {@link dev.limbeck.postgres.catalog.PostgresIntrospector}. Each question is a file
 * beneath {@code questions}; its rows are kept by {@code CatalogSchema}'s helpers, one for each
 * kind of object.
 */
@NullMarked
package dev.limbeck.postgres.catalog;

import org.jspecify.annotations.NullMarked;
