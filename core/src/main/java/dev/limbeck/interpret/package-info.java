/**
 * Statements read for what they mean. Calls JSqlParser; beside it, only {@code
 * dev.limbeck.analysis.calcite} looks into its trees.
 *
 * <p>Start with {@link dev.limbeck.interpret.ScriptCheck}. Cutting a script into statements lives
 * in {@code dev.limbeck.sql}.
 */
@NullMarked
package dev.limbeck.interpret;

import org.jspecify.annotations.NullMarked;
