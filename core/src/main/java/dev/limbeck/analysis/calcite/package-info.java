/**
 * Proofs by Apache Calcite's row expressions. The one package that imports it; nothing of it is
 * loaded before the first question.
 */
@NullMarked
package dev.limbeck.analysis.calcite;

import org.jspecify.annotations.NullMarked;
