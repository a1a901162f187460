/**
 * Reads {@code CREATE} and {@code ALTER} of what has columns: tables and views; and of sequences,
 * which may be altered as tables.
 *
 * <p>Start with {@link dev.limbeck.postgres.ddl.table.CreateTable} and {@link
 * dev.limbeck.postgres.ddl.table.AlterTable}.
 */
@NullMarked
package dev.limbeck.postgres.ddl.table;

import org.jspecify.annotations.NullMarked;
