/**
 * Statements read for what they mean. The one package that knows JSqlParser.
 *
 * <p>Start with {@link dev.limbeck.interpret.ScriptCheck}. Cutting a script into statements lives
 * in {@code dev.limbeck.sql}.
 */
@NullMarked
package dev.limbeck.interpret;

import org.jspecify.annotations.NullMarked;
