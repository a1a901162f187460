/**
 * What can be said of revisions without a database: the chain is replayed, and the schema is known
 * before and after each of them. Start with {@link dev.limbeck.proof.ChainWalk}.
 */
@NullMarked
package dev.limbeck.proof;

import org.jspecify.annotations.NullMarked;
