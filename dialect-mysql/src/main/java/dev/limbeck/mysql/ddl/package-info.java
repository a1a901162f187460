/**
 * What statements of MySQL and MariaDB do to a schema.
 *
 * <p>Start with {@link dev.limbeck.mysql.ddl.MySqlDdlReader}, which tells statements apart in
 * {@link dev.limbeck.mysql.ddl.StatementGrammar}. The words all databases share are read by {@code
 * dev.limbeck.ddl}.
 */
@NullMarked
package dev.limbeck.mysql.ddl;

import org.jspecify.annotations.NullMarked;
