/**
 * Reads statements into changes of a schema.
 *
 * <p>Start with {@link dev.limbeck.h2.ddl.H2DdlReader}; {@code StatementGrammar} finds the grammar
 * of a statement by its first words.
 */
@NullMarked
package dev.limbeck.h2.ddl;

import org.jspecify.annotations.NullMarked;
