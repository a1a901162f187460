/**
 * What H2 adds to the schema model, and what the DDL reader and the catalog both make of a piece of
 * text: index parts, constraints as printed, aliases, how sequences count.
 *
 * <p>Start with {@link dev.limbeck.h2.model.H2Options}.
 */
@NullMarked
package dev.limbeck.h2.model;

import org.jspecify.annotations.NullMarked;
