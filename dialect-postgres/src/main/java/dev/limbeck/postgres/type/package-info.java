/**
 * The types: how they are written, what casts and operators they have, what their constants look
 * like.
 *
 * <p>Start with {@link dev.limbeck.postgres.type.PostgresTypes} for the types of columns, and with
 * {@link dev.limbeck.postgres.type.PostgresTypeSystem} for those of expressions. The files beneath
 * {@code builtins} are extracts of the server's own catalogs.
 */
@NullMarked
package dev.limbeck.postgres.type;

import org.jspecify.annotations.NullMarked;
