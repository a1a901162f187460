/**
 * What can be proved about conditions, and told of statements about rows. The packages beneath hold
 * who does it, each of them the only one that knows its library; start with {@link
 * dev.limbeck.analysis.PredicateAnalyzer} and {@link dev.limbeck.analysis.QueryAnalyzer}.
 */
@NullMarked
package dev.limbeck.analysis;

import org.jspecify.annotations.NullMarked;
