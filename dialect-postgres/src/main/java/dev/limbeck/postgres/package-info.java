/**
 * PostgreSQL 13 and newer: the dialect and what it does on a connection (lock, session, errors,
 * spellings).
 *
 * <p>Start with {@link dev.limbeck.postgres.PostgresDialect}, which wires the rest together. What
 * it knows of schemas is in packages of their own, each beneath the one before:
 *
 * <ul>
 *   <li>{@code ddl} reads statements into changes of a schema ({@code ddl.table}: those of tables,
 *       {@code ddl.clause}: the clauses they share)
 *   <li>{@code catalog} reads a live database, {@code render} writes changes as SQL, {@code rules}
 *       says which changes the server can make
 *   <li>{@code normal} brings two spellings to one form
 *   <li>{@code type}, {@code model} and {@code text} are the words all of them use
 * </ul>
 */
@NullMarked
package dev.limbeck.postgres;

import org.jspecify.annotations.NullMarked;
