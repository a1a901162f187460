/**
 * Changes as the SQL of MySQL and MariaDB.
 *
 * <p>Start with {@link dev.limbeck.mysql.render.MySqlRenderer}. All that changes in one table goes
 * into one {@code ALTER TABLE} where it can ({@link dev.limbeck.mysql.render.TableAlteration}),
 * which says how cheaply the server has to do it ({@link dev.limbeck.mysql.render.Work}).
 */
@NullMarked
package dev.limbeck.mysql.render;

import org.jspecify.annotations.NullMarked;
