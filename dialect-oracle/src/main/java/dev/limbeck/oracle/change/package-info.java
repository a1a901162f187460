/**
 * What Oracle can change in place, and how names are used and followed there.
 *
 * <p>Start with {@link dev.limbeck.oracle.change.OracleChangeRules}.
 */
@NullMarked
package dev.limbeck.oracle.change;

import org.jspecify.annotations.NullMarked;
