/**
 * The steps between schemas: one vocabulary of changes that replay, diff, rendering and judging
 * share, and the diff that finds and orders them.
 *
 * <p>Start with {@link dev.limbeck.diff.SchemaChange}; {@link dev.limbeck.diff.SchemaDiff} makes
 * them. What a change does to a schema is here, how it is written as SQL is the dialect's.
 */
@NullMarked
package dev.limbeck.diff;

import org.jspecify.annotations.NullMarked;
