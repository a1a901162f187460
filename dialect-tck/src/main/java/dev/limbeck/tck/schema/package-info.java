/**
 * Random schemas and random steps away from them, for the properties that every dialect keeps.
 *
 * <p>Start with {@link dev.limbeck.tck.schema.SchemaGenerator}.
 */
@NullMarked
package dev.limbeck.tck.schema;

import org.jspecify.annotations.NullMarked;
