/** Statements about rows, in order and not, on each database. */
@NullMarked
package dev.limbeck.queries;

import org.jspecify.annotations.NullMarked;
