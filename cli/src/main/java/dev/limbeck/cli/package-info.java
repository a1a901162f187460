/** cli. */
@NullMarked
package dev.limbeck.cli;

import org.jspecify.annotations.NullMarked;
