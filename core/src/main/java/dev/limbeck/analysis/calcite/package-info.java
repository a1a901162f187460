/**
 * Proofs by Apache Calcite's row expressions, and names in statements resolved by its validator.
 * The one package that imports it; nothing of it is loaded before the first question.
 *
 * <p>Start with {@link dev.limbeck.analysis.calcite.StatementAnalysis}: the parser's tree of a
 * statement becomes a query of Calcite's in which whatever isn't looked into is an opaque call over
 * the names inside it.
 */
@NullMarked
package dev.limbeck.analysis.calcite;

import org.jspecify.annotations.NullMarked;
