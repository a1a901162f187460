/**
 * The tables in which Limbeck remembers what it did.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.ledger.Ledger}.
 */
@NullMarked
package dev.limbeck.ledger;

import org.jspecify.annotations.NullMarked;
