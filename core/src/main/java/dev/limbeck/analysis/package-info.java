/**
 * What can be proved about conditions. The packages beneath hold the provers, each of them the only
 * one that knows its library; start with {@link dev.limbeck.analysis.PredicateAnalyzer}.
 */
@NullMarked
package dev.limbeck.analysis;

import org.jspecify.annotations.NullMarked;
