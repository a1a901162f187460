/**
 * Reads statements into changes of a schema.
 *
 * <p>Start with {@link dev.limbeck.postgres.ddl.PostgresDdlReader}; {@code StatementGrammar} finds
 * the grammar of a statement by its first words. Tables, views and sequences have theirs in {@code
 * ddl.table}.
 */
@NullMarked
package dev.limbeck.postgres.ddl;

import org.jspecify.annotations.NullMarked;
