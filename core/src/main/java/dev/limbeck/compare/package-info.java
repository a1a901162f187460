/**
 * Schemas of different vendors side by side: each is taken apart into facts in neutral terms
 * ({@link dev.limbeck.compare.NeutralSchema}), and {@link dev.limbeck.compare.SchemaComparison}
 * says on which the sides agree.
 */
@NullMarked
package dev.limbeck.compare;

import org.jspecify.annotations.NullMarked;
