/**
 * From two schemas to the scripts of a revision: what sides there are and how files become a
 * schema, the comparison, the statements in files as a person would write them, and the check that
 * up and down do what they shall.
 *
 * <p>Pure functions over values and files, no connection. Start with {@link
 * dev.limbeck.autogenerate.Comparison}; {@link dev.limbeck.autogenerate.Side} says what can be
 * compared. The changes themselves live in {@code dev.limbeck.diff}, their SQL in the dialects,
 * writing files in {@code dev.limbeck.script}.
 */
@NullMarked
package dev.limbeck.autogenerate;

import org.jspecify.annotations.NullMarked;
