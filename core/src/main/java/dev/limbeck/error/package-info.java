/**
 * What can go wrong, as values: codes, places in files, diagnostics, and the sealed exception
 * family.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.error.ErrorCode}. Printing lives in the command line.
 */
@NullMarked
package dev.limbeck.error;

import org.jspecify.annotations.NullMarked;
