/** Lexicons of databases that have no dialect module yet, so that splitting is tried on them. */
@NullMarked
package dev.limbeck.sql.lexicons;

import org.jspecify.annotations.NullMarked;
