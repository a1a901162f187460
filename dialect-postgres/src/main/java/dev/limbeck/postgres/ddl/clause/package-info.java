/**
 * Clauses that several statements share: columns, index parts, storage parameters, partition
 * bounds; and what grammars say of a statement they refuse or doubt.
 */
@NullMarked
package dev.limbeck.postgres.ddl.clause;

import org.jspecify.annotations.NullMarked;
