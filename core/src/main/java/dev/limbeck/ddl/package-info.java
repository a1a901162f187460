/**
 * Reads single DDL statements: from tokens to the changes they make in a schema.
 *
 * <p>What every database shares lives here: a cursor over the tokens, names and their folding, and
 * readers of columns, constraints, references, index parts and sequence options. A dialect composes
 * them into its {@link dev.limbeck.ddl.DdlReader}. Every token of a statement is read, or it is a
 * finding with a place; nothing is passed over in silence.
 *
 * <p>Folding the statements of whole scripts lives in {@code dev.limbeck.interpret}. Start with
 * {@link dev.limbeck.ddl.DdlReader}, then {@link dev.limbeck.ddl.DdlContext}.
 */
@NullMarked
package dev.limbeck.ddl;

import org.jspecify.annotations.NullMarked;
