/**
 * For users' own tests: one project on the databases of several vendors, and proof that they agree.
 * Start with {@link dev.limbeck.tck.cross.CrossDatabase}.
 */
@NullMarked
package dev.limbeck.tck.cross;

import org.jspecify.annotations.NullMarked;
