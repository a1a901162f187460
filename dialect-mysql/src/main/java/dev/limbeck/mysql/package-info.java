/**
 * MySQL and MariaDB: one dialect, two flavors ({@link dev.limbeck.mysql.server.Flavor}), and their
 * versions as features of the server ({@link dev.limbeck.mysql.server.ServerFeature}).
 *
 * <p>Start with {@link dev.limbeck.mysql.MySqlDialect}, which wires the rest together; here stands
 * what has to do with a connection. What has to do with schemas is in the packages below.
 */
@NullMarked
package dev.limbeck.mysql;

import org.jspecify.annotations.NullMarked;
