/**
 * The types of MySQL and MariaDB: from text to {@link dev.limbeck.schema.ColumnType} and back.
 *
 * <p>Start with {@link dev.limbeck.mysql.type.MySqlTypes}. What a type in an expression is stands
 * in {@code dev.limbeck.mysql.normal}.
 */
@NullMarked
package dev.limbeck.mysql.type;

import org.jspecify.annotations.NullMarked;
