/**
 * Revisions and their graph: names, references, lineage. Pure values, no files and no database.\n
 * *\n *
 *
 * <p>Start with {@link dev.limbeck.revision.RevisionGraph}.
 */
@NullMarked
package dev.limbeck.revision;

import org.jspecify.annotations.NullMarked;
