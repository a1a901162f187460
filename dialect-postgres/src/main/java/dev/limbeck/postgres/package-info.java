/**
 * PostgreSQL 13 and newer.
 *
 * <p>Start with {@link dev.limbeck.postgres.PostgresDialect}, which wires the rest together.
 */
@NullMarked
package dev.limbeck.postgres;

import org.jspecify.annotations.NullMarked;
