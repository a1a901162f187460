/**
 * Revisions and their graph: names, references, lineage, order. Pure values, no files and no
 * database.
 *
 * <p>Start with {@link dev.limbeck.revision.RevisionGraph}. Reading revisions from files lives in
 * {@code dev.limbeck.script}, moving a database along the graph in {@code dev.limbeck.plan}.
 */
@NullMarked
package dev.limbeck.revision;

import org.jspecify.annotations.NullMarked;
