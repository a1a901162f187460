/** The scripts that start Limbeck from a clone. */
@NullMarked
package dev.limbeck.cli.launcher;

import org.jspecify.annotations.NullMarked;
