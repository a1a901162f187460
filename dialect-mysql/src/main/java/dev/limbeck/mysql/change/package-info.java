/**
 * What MySQL and MariaDB can change in place, and how names are used and followed there.
 *
 * <p>Start with {@link dev.limbeck.mysql.change.MySqlChangeRules}.
 */
@NullMarked
package dev.limbeck.mysql.change;

import org.jspecify.annotations.NullMarked;
