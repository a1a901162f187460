/** Faults put into the sample project, and which command finds them. */
@NullMarked
package dev.limbeck.mutations;

import org.jspecify.annotations.NullMarked;
