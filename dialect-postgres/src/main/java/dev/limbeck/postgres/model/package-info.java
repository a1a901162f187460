/**
 * What PostgreSQL adds to the schema model: the names it makes up where none is written, the words
 * for options that only it has, and what it makes of the parts of a new table.
 */
@NullMarked
package dev.limbeck.postgres.model;

import org.jspecify.annotations.NullMarked;
