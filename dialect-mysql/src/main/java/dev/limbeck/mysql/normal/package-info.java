/**
 * Schemas in the form in which MySQL and MariaDB give them back.
 *
 * <p>Start with {@link dev.limbeck.mysql.normal.MySqlNormalizer}. Texts are spelled in the words
 * that all databases share ({@link dev.limbeck.mysql.normal.NeutralText}) and then read by {@code
 * dev.limbeck.expression}.
 */
@NullMarked
package dev.limbeck.mysql.normal;

import org.jspecify.annotations.NullMarked;
