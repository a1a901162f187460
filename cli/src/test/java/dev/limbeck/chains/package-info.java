/** Chains in the style of well-known applications, read and run. */
@NullMarked
package dev.limbeck.chains;

import org.jspecify.annotations.NullMarked;
