/** tck. */
@NullMarked
package dev.limbeck.tck;

import org.jspecify.annotations.NullMarked;
