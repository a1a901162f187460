/** Whole runs of the program inside this JVM: what is typed, what comes out, on which stream. */
@NullMarked
package dev.limbeck.cli.session;

import org.jspecify.annotations.NullMarked;
