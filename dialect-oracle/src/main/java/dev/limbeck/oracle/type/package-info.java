/**
 * The types of Oracle: from text to {@link dev.limbeck.schema.ColumnType} and back.
 *
 * <p>Start with {@link dev.limbeck.oracle.type.OracleTypes}.
 */
@NullMarked
package dev.limbeck.oracle.type;

import org.jspecify.annotations.NullMarked;
